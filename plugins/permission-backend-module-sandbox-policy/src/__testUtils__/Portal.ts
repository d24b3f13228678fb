import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { BackendFeature } from '@backstage/backend-plugin-api';
import { authServiceFactory } from '@backstage/backend-defaults/auth';
import { httpAuthServiceFactory } from '@backstage/backend-defaults/httpAuth';
import { permissionsServiceFactory } from '@backstage/backend-defaults/permissions';
import { permissionsRegistryServiceFactory } from '@backstage/backend-defaults/permissionsRegistry';
import { userInfoServiceFactory } from '@backstage/backend-defaults/userInfo';
import {
  mockServices,
  startTestBackend,
  TestBackend,
} from '@backstage/backend-test-utils';
import authPlugin from '@backstage/plugin-auth-backend';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import permissionPlugin from '@backstage/plugin-permission-backend';
import sandboxProvider from '@paved-road/backstage-plugin-auth-backend-module-sandbox-provider';
import request from 'supertest';
import sandboxPolicy from '../index';

const examples = resolve(__dirname, '../../../../examples');

/** A portal with the policy, where people of the example company are signed in for real. */
export class Portal {
  readonly #backend: TestBackend;
  readonly #tokens = new Map<string, string>();

  private constructor(backend: TestBackend) {
    this.#backend = backend;
  }

  static async start(options: {
    people: string[];
    /** Files of the examples, beside the organisation. */
    files: string[];
    features?: BackendFeature[];
  }): Promise<Portal> {
    const { people, files, features = [] } = options;
    const backend = await startTestBackend({
      features: [
        authPlugin,
        catalogPlugin,
        permissionPlugin,
        sandboxProvider,
        sandboxPolicy,
        authServiceFactory,
        httpAuthServiceFactory,
        permissionsServiceFactory,
        permissionsRegistryServiceFactory,
        userInfoServiceFactory,
        ...features,
        mockServices.rootConfig.factory({
          data: {
            app: { baseUrl: 'http://localhost' },
            backend: { baseUrl: 'http://localhost' },
            permission: { enabled: true },
            auth: {
              providers: {
                sandbox: {
                  personas: people.map(entityRef => ({ entityRef })),
                  dangerouslyAllowOutsideDevelopment: true,
                },
              },
            },
            catalog: {
              rules: [
                {
                  allow: ['Component', 'Group', 'Location', 'Template', 'User'],
                },
              ],
              locations: ['org/org.yaml', ...files].map(path => ({
                type: 'file',
                target: `${examples}/${path}`,
              })),
            },
          },
        }),
      ],
    });
    const portal = new Portal(backend);
    for (const entityRef of people) {
      portal.#tokens.set(entityRef, await portal.#signIn(entityRef));
    }
    return portal;
  }

  get server() {
    return this.#backend.server;
  }

  async get(entityRef: string, path: string, query: object = {}) {
    return request(this.server)
      .get(path)
      .query(query)
      .set('Authorization', `Bearer ${this.#tokens.get(entityRef)}`);
  }

  async post(entityRef: string, path: string, body: object) {
    return request(this.server)
      .post(path)
      .set('Authorization', `Bearer ${this.#tokens.get(entityRef)}`)
      .send(body);
  }

  /** What the person sees in the catalog, by its name. */
  async entities(entityRef: string, kind: string): Promise<string[]> {
    const { body } = await this.get(
      entityRef,
      '/api/catalog/entities/by-query',
      { filter: `kind=${kind}`, limit: 100 },
    );
    return body.items
      .map((entity: { metadata: { name: string } }) => entity.metadata.name)
      .sort();
  }

  /** Waits for the catalog to have read as many as that. */
  async hasRead(entityRef: string, kind: string, count: number) {
    while ((await this.entities(entityRef, kind)).length < count) {
      await sleep(200);
    }
  }

  async stop(): Promise<void> {
    await this.#backend.stop();
  }

  /** Waits for the catalog to have read the person. */
  async #signIn(entityRef: string): Promise<string> {
    for (;;) {
      const { status, body } = await request(this.server)
        .post('/api/auth/sandbox/refresh')
        .set('X-Requested-With', 'XMLHttpRequest')
        .send({ entityRef });
      if (status === 200) {
        return body.backstageIdentity.token;
      }
      if (status !== 404) {
        throw new Error(`${entityRef}: ${status} ${body.error.message}`);
      }
      await sleep(200);
    }
  }
}
