import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  TestBackend,
} from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import scaffolderPlugin from '@backstage/plugin-scaffolder-backend';
import githubModule from '@backstage/plugin-scaffolder-backend-module-github';
// Tests only: the step that asks the rules is to be answered by the real portal.
// eslint-disable-next-line @backstage/no-mixed-plugin-imports
import pavedRoadPlugin from '@paved-road/backstage-plugin-paved-road-backend';
import scaffolderModule from '@paved-road/backstage-plugin-scaffolder-backend-module-paved-road';
import { z } from 'zod';
import { channelStandIn } from './channelStandIn';
import { GoldenPath, rootDirectory } from './goldenPaths';

const taskSchema = z.object({
  status: z.string(),
});

const eventsSchema = z.array(
  z.object({
    type: z.string(),
    body: z.looseObject({
      message: z.string(),
      error: z.looseObject({ message: z.string() }).optional(),
      output: z
        .looseObject({
          links: z
            .array(
              z.looseObject({ title: z.string(), url: z.string().optional() }),
            )
            .default([]),
        })
        .optional(),
    }),
  }),
);

/** What has become of a task. */
export interface Outcome {
  status: string;
  log: string[];
  error?: string;
  /** Addresses, by title. */
  links: Record<string, string | undefined>;
}

/**
 * Runs templates as tasks of Backstage's own scaffolder, with a forge that is there;
 * to be called where tests are declared, after `useForge`.
 */
export function useTasks(options: {
  forgeUrl: () => string;
  path: GoldenPath;
  /** The catalog, once it is known where the forge is. */
  entities: () => Entity[];
}) {
  const { forgeUrl, path, entities } = options;
  let backend: TestBackend;

  beforeAll(async () => {
    const { host } = new URL(forgeUrl());
    const template = {
      ...path.entity,
      metadata: {
        namespace: 'default',
        ...path.entity.metadata,
        annotations: {
          ...path.entity.metadata.annotations,
          'backstage.io/managed-by-location': `file:${join(
            path.directory,
            'template.yaml',
          )}`,
        },
      },
    };
    backend = await startTestBackend({
      features: [
        scaffolderPlugin,
        scaffolderModule,
        githubModule,
        pavedRoadPlugin,
        channelStandIn,
        catalogServiceMock.factory({ entities: [template, ...entities()] }),
        mockServices.rootConfig.factory({
          data: {
            integrations: {
              github: [
                {
                  host,
                  apiBaseUrl: `http://${host}/api/v3`,
                  rawBaseUrl: `http://${host}/raw`,
                  token: 'sandbox',
                },
              ],
            },
            pavedRoad: {
              packs: [
                { target: 'control-tower' },
                { target: join(rootDirectory, 'policies') },
              ],
            },
          },
        }),
      ],
    });
  }, 60_000);
  afterAll(() => backend.stop());

  async function call(address: string, body?: object) {
    const response = await fetch(
      `http://127.0.0.1:${backend.server.port()}/api/scaffolder/v2${address}`,
      {
        method: body ? 'POST' : 'GET',
        headers: {
          authorization: mockCredentials.user.header(),
          'content-type': 'application/json',
        },
        body: body && JSON.stringify(body),
      },
    );
    const answer = await response.json();
    if (!response.ok) {
      throw new Error(JSON.stringify(answer));
    }
    return answer;
  }

  /** Runs all steps, and waits until they have ended. */
  async function runTask(values: Record<string, unknown>): Promise<Outcome> {
    const { id } = z.object({ id: z.string() }).parse(
      await call('/tasks', {
        templateRef: `template:default/${path.name}`,
        values,
      }),
    );
    for (;;) {
      const { status } = taskSchema.parse(await call(`/tasks/${id}`));
      if (status !== 'open' && status !== 'processing') {
        const events = eventsSchema.parse(await call(`/tasks/${id}/events`));
        const end = events.find(({ type }) => type === 'completion')?.body;
        return {
          status,
          log: events.map(({ body }) => body.message),
          error: end?.error?.message,
          links: Object.fromEntries(
            (end?.output?.links ?? []).map(({ title, url }) => [title, url]),
          ),
        };
      }
      await setTimeout(100);
    }
  }

  return { runTask };
}
