import { existsSync, readFileSync } from 'node:fs';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { runAction } from '../../../__testUtils__/runAction';
import { usePortal } from '../../../__testUtils__/usePortal';
import { createWritePipelineAction } from '../writePipeline';

type Action = ReturnType<typeof createWritePipelineAction>;
type Input = Parameters<Action['handler']>[0]['input'];

export const PAYMENTS = `# The payments team's
kind: Component
metadata:
  name: payments-api # as in the ledger
spec: { owner: payments }
`;

export const PLATFORM = `# The platform's: who has to agree to what, and what runs in its pipeline.
/CODEOWNERS @meridian/platform
/.github/CODEOWNERS @meridian/platform
/.github/workflows/ @meridian/platform
`;

/** A workspace to write into with the action; to be called where tests are declared. */
export function useWrite() {
  const workspace = createMockDirectory();
  const { portal, services } = usePortal();
  const integrations = ScmIntegrations.fromConfig(
    new ConfigReader({
      integrations: {
        github: [{ host: 'github.com' }],
      },
    }),
  );

  function run(
    input: Partial<Input> = {},
    options: { isDryRun?: boolean } = {},
  ) {
    return runAction(createWritePipelineAction({ ...services, integrations }), {
      workspacePath: workspace.path,
      input: {
        repoUrl: 'github.com?owner=meridian&repo=payments-api',
        documents: 'infra/*.yaml',
        ...input,
      },
      ...options,
    });
  }

  function read(path: string): string | undefined {
    const place = workspace.resolve(path);
    return existsSync(place) ? readFileSync(place, 'utf8') : undefined;
  }

  return { run, read, workspace, portal };
}
