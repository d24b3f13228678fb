import { join } from 'node:path';
import { createBackendModule } from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  TestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import scaffolderPlugin from '@backstage/plugin-scaffolder-backend';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
// Tests only: the step that asks the rules is to be answered by the real portal.
// eslint-disable-next-line @backstage/no-mixed-plugin-imports
import pavedRoadPlugin from '@paved-road/backstage-plugin-paved-road-backend';
import scaffolderModule from '@paved-road/backstage-plugin-scaffolder-backend-module-paved-road';
import { z } from 'zod';
import { channelStandIn } from './channelStandIn';
import { createForgeStandIns, Told, withStandIns } from './createForgeStandIns';
import { GoldenPath, readFiles, rootDirectory, TextFile } from './goldenPaths';
import { existingService, repositoryStandIn } from './repositoryStandIn';

const resultSchema = z.object({
  directoryContents: z.array(
    z.object({ path: z.string(), base64Content: z.string() }),
  ),
  output: z.object({ links: z.array(z.record(z.string(), z.unknown())) }),
});

const refusalSchema = z.object({
  errors: z.array(z.object({ property: z.string(), stack: z.string() })),
});

export interface Scaffolded {
  files: TextFile[];
  links: Record<string, unknown>[];
  /** What the steps that need a forge were told, by their action. */
  told: Told;
}

/**
 * Backstage's own scaffolder, with its validation, its template engine, and the
 * steps of Paved Road; to be called where tests are declared.
 */
export function useScaffolder() {
  let told: Told = {};
  let backend: TestBackend;
  const scaffolded = new Map<string, Promise<Scaffolded>>();

  beforeAll(async () => {
    backend = await startTestBackend({
      features: [
        scaffolderPlugin,
        scaffolderModule,
        pavedRoadPlugin,
        channelStandIn,
        catalogServiceMock.factory({ entities: [existingService] }),
        repositoryStandIn,
        mockServices.rootConfig.factory({
          data: {
            integrations: { github: [{ host: 'github.com' }] },
            pavedRoad: {
              packs: [
                { target: 'control-tower' },
                { target: join(rootDirectory, 'policies') },
              ],
            },
          },
        }),
        createBackendModule({
          pluginId: 'scaffolder',
          moduleId: 'forge-stand-in',
          register(reg) {
            reg.registerInit({
              deps: { actions: scaffolderActionsExtensionPoint },
              async init({ actions }) {
                actions.addActions(
                  ...createForgeStandIns(input => {
                    told = { ...told, ...input };
                  }),
                );
              },
            });
          },
        }),
      ],
    });
  }, 60_000);
  afterAll(() => backend.stop());

  function send(
    path: GoldenPath,
    values: Record<string, unknown>,
    files: TextFile[],
  ) {
    told = {};
    return fetch(
      `http://127.0.0.1:${backend.server.port()}/api/scaffolder/v2/dry-run`,
      {
        method: 'POST',
        headers: {
          authorization: mockCredentials.user.header(),
          'content-type': 'application/json',
        },
        body: JSON.stringify({
          template: withStandIns(path.entity),
          values,
          directoryContents: files.map(file => ({
            path: file.path,
            base64Content: Buffer.from(file.content).toString('base64'),
          })),
        }),
      },
    );
  }

  /** Runs all steps, once for the same answers; one run after the other. */
  function scaffold(
    path: GoldenPath,
    values: Record<string, unknown>,
  ): Promise<Scaffolded> {
    const key = JSON.stringify([path.name, values]);
    const before = [...scaffolded.values()].at(-1)?.catch(() => undefined);
    const result =
      scaffolded.get(key) ??
      Promise.resolve(before).then(() => runSteps(path, values));
    scaffolded.set(key, result);
    return result;
  }

  async function runSteps(
    path: GoldenPath,
    values: Record<string, unknown>,
  ): Promise<Scaffolded> {
    const files = await readFiles(path.directory);
    const response = await send(path, values, files);
    const body = await response.json();
    if (!response.ok) {
      throw new Error(JSON.stringify(body));
    }
    const { directoryContents, output } = resultSchema.parse(body);
    return {
      files: directoryContents.map(file => ({
        path: file.path,
        content: Buffer.from(file.base64Content, 'base64').toString('utf8'),
      })),
      links: output.links,
      told,
    };
  }

  /**
   * The names of the answers that are refused, which is before the first step; so
   * the steps get no files.
   */
  async function refused(
    path: GoldenPath,
    values: Record<string, unknown>,
  ): Promise<string[]> {
    const response = await send(path, values, []);
    if (response.ok) {
      return [];
    }
    const { errors } = refusalSchema.parse(await response.json());
    return errors.map(({ property, stack }) =>
      property === 'instance'
        ? stack.replace(/^.*?(\w+)"?$/, '$1')
        : property.replace(/^instance\.(\w+).*$/, '$1'),
    );
  }

  return { scaffold, refused };
}
