import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  platformCodeOwners,
  renderCallerWorkflow,
} from '@paved-road/backstage-plugin-paved-road-common';
import { CHANNEL } from '../../../__testUtils__/answers';
import { runAction } from '../../../__testUtils__/runAction';
import { usePortal } from '../../../__testUtils__/usePortal';
import { createConnectPipelineAction } from '../connectPipeline';
import { ForgeAccess } from '../forge/createOctokit';
import { Files, TestForge } from './TestForge';

type Action = ReturnType<typeof createConnectPipelineAction>;
export type Input = Parameters<Action['handler']>[0]['input'];

export const SERVICE = 'component:default/payments-api';
export const WORKFLOW = '.github/workflows/paved-road.yml';

/** What the platform's files say in a repository of the service. */
export const wired: Files = {
  [WORKFLOW]: renderCallerWorkflow({
    workflow: CHANNEL.githubActions!.workflow,
    ref: 'v2',
    service: SERVICE,
    documents: 'infra/*.yaml',
    branch: 'main',
  }),
  CODEOWNERS: `* @meridian/payments\n\n${platformCodeOwners(
    CHANNEL.platformTeam,
  )}`,
};

const payments: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'payments-api' },
  spec: { type: 'service', lifecycle: 'production', owner: 'group:payments' },
};

/** A portal, a forge, and the action as the scaffolder runs it; to be called where tests are declared. */
export function useConnect(repositories: Record<string, Files>) {
  const { portal, services } = usePortal();
  let forge: TestForge;
  beforeAll(async () => {
    forge = await TestForge.start(repositories);
  });
  afterAll(() => forge.end());

  function run(
    repository: string,
    input: Partial<Input> = {},
    options: {
      isDryRun?: boolean;
      kept?: Map<string, unknown>;
      access?: ForgeAccess;
      entities?: Entity[];
    } = {},
  ) {
    const { access = forge.access(), entities = [payments] } = options;
    const action = createConnectPipelineAction({
      ...services,
      access,
      catalog: catalogServiceMock({ entities }),
      pollIntervalMs: 1,
      entityPatienceMs: 0,
    });
    return runAction(action, {
      workspacePath: '/nowhere',
      input: {
        repoUrl: forge.repoUrl(repository),
        service: SERVICE,
        documents: 'infra/*.yaml',
        ...input,
      },
      ...options,
    });
  }

  const protection = (repository: string) =>
    forge.api(repository, '/branches/main/protection');

  return { run, portal, protection, forge: () => forge };
}
