import {
  BackendFeature,
  SchedulerServiceTaskFunction,
} from '@backstage/backend-plugin-api';
import {
  createMockDirectory,
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { JsonObject } from '@backstage/types';
import {
  serviceChannelSchema,
  ServiceChannel,
} from '@paved-road/backstage-plugin-paved-road-common';
import { startForge } from '@paved-road/sandbox';
import { Knex } from 'knex';
import request from 'supertest';
import { createTestDatabases } from '../../../__testUtils__/databases';
import { packFiles } from '../../../__testUtils__/packFiles';
import { pavedRoadPlugin } from '../../../plugin';
import { PROTECTION, TEAM, WORKFLOW } from './repositories';

/** A component that the catalog has read from a place. */
export function cataloged(
  name: string,
  location: string | undefined,
  annotations: Record<string, string> = {},
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name,
      namespace: 'default',
      annotations: {
        ...annotations,
        ...(location && { 'backstage.io/managed-by-location': location }),
      },
    },
    relations: [{ type: 'ownedBy', targetRef: 'group:default/payments' }],
  };
}

/**
 * Starts the sandbox forge with repositories of `meridian`, and portals that look
 * at them; to be called where tests are declared.
 */
export function useChannel(
  repositories: Record<string, Record<string, string>>,
) {
  const databases = createTestDatabases();
  const packs = createMockDirectory({ content: packFiles('acme') });
  const directory = createMockDirectory();
  const stops: (() => Promise<unknown>)[] = [];
  let forgeUrl = '';

  beforeAll(async () => {
    directory.setContent(
      Object.fromEntries(
        Object.entries(repositories).flatMap(([name, files]) =>
          Object.entries(files).map(([path, text]) => [
            `seed/${name}/${path}`,
            text,
          ]),
        ),
      ),
    );
    const forge = await startForge({
      port: 0,
      dataDirectory: directory.resolve('data'),
      repositories: Object.keys(repositories).map(name => ({
        owner: 'meridian',
        name,
        directory: directory.resolve(`seed/${name}`),
      })),
    });
    forgeUrl = forge.url;
    stops.push(() => forge.stop());
  });

  afterAll(async () => {
    await Promise.all(stops.reverse().map(stop => stop()));
  });

  const protection = async (name: string, method: string, body?: object) => {
    const response = await fetch(
      `${forgeUrl}/api/v3/repos/meridian/${name}/branches/main/protection`,
      {
        method,
        headers: { 'content-type': 'application/json' },
        body: body && JSON.stringify(body),
      },
    );
    expect(response.ok).toBe(true);
  };

  return {
    forgeUrl: () => forgeUrl,
    /** Where the catalog has read what lies in a repository. */
    locationOf: (name: string) =>
      `url:${forgeUrl}/meridian/${name}/blob/main/catalog-info.yaml`,
    protect: (name: string, change: object = {}) =>
      protection(name, 'PUT', { ...PROTECTION, ...change }),
    unprotect: (name: string) => protection(name, 'DELETE'),

    async start(options: {
      entities: Entity[];
      knex?: Knex;
      channel?: JsonObject | false;
      features?: BackendFeature[];
    }) {
      const { channel, entities, features = [] } = options;
      const knex = options.knex ?? (await databases.init('SQLITE_3'));
      const tasks = new Map<string, SchedulerServiceTaskFunction>();
      const audit: { eventId: string }[] = [];
      const backend = await startTestBackend({
        features: [
          pavedRoadPlugin,
          mockServices.rootConfig.factory({
            data: {
              integrations: {
                github: [
                  {
                    host: new URL(forgeUrl).host,
                    apiBaseUrl: `${forgeUrl}/api/v3`,
                    token: 'a-secret-token',
                  },
                ],
              },
              pavedRoad: {
                packs: [{ target: packs.resolve('acme') }],
                ...(channel !== false && {
                  channel: {
                    platformTeam: TEAM,
                    githubActions: { workflow: WORKFLOW, refs: ['v2', 'v1'] },
                    ...channel,
                  },
                }),
              },
            },
          }),
          mockServices.database.factory({ knex }),
          mockServices.scheduler.mock({
            scheduleTask: async ({ id, fn }) => void tasks.set(id, fn),
          }).factory,
          mockServices.auditor.mock({
            createEvent: async event => {
              audit.push(event);
              return { success: async () => {}, fail: async () => {} };
            },
          }).factory,
          catalogServiceMock.factory({ entities }),
          ...features,
        ],
      });
      stops.push(() => backend.stop());
      const url = (name: string) =>
        `/api/paved-road/services/component/default/${name}/channel`;
      const get = (path: string, as: string = mockCredentials.user.header()) =>
        request(backend.server)
          .get(`/api/paved-road${path}`)
          .set('Authorization', as);
      return {
        knex,
        tasks,
        audit,
        get,
        /** Looks now, as a user. */
        check: (name: string, as: string = mockCredentials.user.header()) =>
          request(backend.server)
            .post(`${url(name)}/checks`)
            .set('Authorization', as),
        async read(name: string): Promise<ServiceChannel> {
          const { body } = await get(url(name).replace('/api/paved-road', ''));
          return serviceChannelSchema.parse(body);
        },
        run: async (id: string, signal?: AbortSignal) =>
          tasks.get(id)!(signal ?? new AbortController().signal),
      };
    },
  };
}

/** What doesn't hold, and what nobody knows. */
export function troubles({ items }: ServiceChannel): string[] {
  return items
    .filter(({ verdict }) => verdict !== 'pass')
    .map(({ code, verdict }) => `${code} ${verdict}`);
}
