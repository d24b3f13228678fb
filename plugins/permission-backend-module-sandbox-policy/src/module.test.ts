import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
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
import { Permission } from '@backstage/plugin-permission-common';
import sandboxProvider from '@paved-road/backstage-plugin-auth-backend-module-sandbox-provider';
import {
  checkCreatePermission,
  complianceReadPermission,
} from '@paved-road/backstage-plugin-paved-road-common';
import request from 'supertest';
import sandboxPolicy from './index';

const SERVICES = [
  'component:default/ledger',
  'component:default/customer-vault',
];
const examples = resolve(__dirname, '../../../examples');

const MIA = 'user:default/mia.kowalski';
const ELIF = 'user:default/elif.demir';
const TOMAS = 'user:default/tomas.reyes';
const people = [MIA, ELIF, TOMAS];

describe('the people of the example company, signed in for real', () => {
  let backend: TestBackend;
  const tokens = new Map<string, string>();

  /** Waits for the catalog to have read the person. */
  async function signIn(entityRef: string): Promise<string> {
    for (;;) {
      const { status, body } = await request(backend.server)
        .post('/api/auth/sandbox/refresh')
        .set('X-Requested-With', 'XMLHttpRequest')
        .send({ entityRef });
      if (status === 200) {
        return body.backstageIdentity.token;
      }
      expect([status, body.error.message]).toEqual([
        404,
        expect.stringContaining('not in the catalog'),
      ]);
      await sleep(200);
    }
  }

  async function components(entityRef: string): Promise<string[]> {
    const { body } = await request(backend.server)
      .get('/api/catalog/entities/by-query')
      .query({ filter: 'kind=component', limit: 100 })
      .set('Authorization', `Bearer ${tokens.get(entityRef)}`);
    expect(body).toHaveProperty('items');
    return body.items
      .map((entity: { metadata: { name: string } }) => entity.metadata.name)
      .sort();
  }

  /** What is decided for the ledger, and for the vault. */
  async function decisions(
    entityRef: string,
    permission: Permission,
  ): Promise<string[]> {
    const { body } = await request(backend.server)
      .post('/api/permission/authorize')
      .set('Authorization', `Bearer ${tokens.get(entityRef)}`)
      .send({
        items: SERVICES.map(ref => ({ id: ref, permission, resourceRef: ref })),
      });
    expect(body).toHaveProperty('items');
    return body.items.map(({ result }: { result: string }) => result);
  }

  beforeAll(async () => {
    backend = await startTestBackend({
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
              rules: [{ allow: ['Component', 'Group', 'Location', 'User'] }],
              locations: [
                'org/org.yaml',
                'services/ledger/catalog-info.yaml',
                'services/customer-vault/catalog-info.yaml',
              ].map(path => ({ type: 'file', target: `${examples}/${path}` })),
            },
          },
        }),
      ],
    });
    for (const entityRef of people) {
      tokens.set(entityRef, await signIn(entityRef));
    }
    while ((await components(TOMAS)).length < SERVICES.length) {
      await sleep(200);
    }
  }, 120_000);
  afterAll(() => backend?.stop());

  it('see a confidential service in the catalog if they own it or audit it', async () => {
    expect(await components(MIA)).toEqual(['ledger']);
    expect(await components(ELIF)).toEqual(['customer-vault', 'ledger']);
    expect(await components(TOMAS)).toEqual(['customer-vault', 'ledger']);
  });

  it('see findings and ask for checks as the catalog applies the conditions', async () => {
    const read = complianceReadPermission;
    expect(await decisions(MIA, read)).toEqual(['ALLOW', 'DENY']);
    expect(await decisions(ELIF, read)).toEqual(['DENY', 'ALLOW']);
    expect(await decisions(TOMAS, read)).toEqual(['ALLOW', 'ALLOW']);

    const check = checkCreatePermission;
    expect(await decisions(MIA, check)).toEqual(['ALLOW', 'DENY']);
    expect(await decisions(ELIF, check)).toEqual(['DENY', 'ALLOW']);
    expect(await decisions(TOMAS, check)).toEqual(['DENY', 'DENY']);
  });

  it('are refused everything before they sign in', async () => {
    const { server } = backend;
    const entities = await request(server).get('/api/catalog/entities');
    const decision = await request(server)
      .post('/api/permission/authorize')
      .send({ items: [] });
    expect([entities.status, decision.status]).toEqual([401, 401]);
  });
});
