import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import authPlugin from '@backstage/plugin-auth-backend';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import request from 'supertest';
import sandboxProvider from './index';

const MIA = 'user:default/mia.kowalski';
const TOMAS = 'user:default/tomas.reyes';
const APP = 'http://localhost:3000';

const entities: Entity[] = [
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'User',
    metadata: { name: 'mia.kowalski', description: 'Developer' },
    spec: {
      profile: { displayName: 'Mia Kowalski', email: 'mia@meridian.example' },
      memberOf: ['payments'],
    },
    relations: [{ type: 'memberOf', targetRef: 'group:default/payments' }],
  },
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'User',
    metadata: { name: 'marta.silva' },
    spec: { memberOf: [] },
  },
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: { name: 'payments' },
    spec: { type: 'team', children: [], profile: { displayName: 'Payments' } },
  },
];

const defaultSandbox = {
  personas: [
    { entityRef: MIA, description: 'Sees and checks the payment services.' },
    { entityRef: 'User:Tomas.Reyes' },
  ],
};

describe('the sandbox provider', () => {
  const stops: (() => Promise<void>)[] = [];
  const nodeEnv = process.env.NODE_ENV;

  afterEach(async () => {
    Object.assign(process.env, { NODE_ENV: nodeEnv });
    await Promise.all(stops.splice(0).map(stop => stop()));
  });

  async function start(
    options: {
      sandbox?: object | undefined;
      environment?: string;
      node?: string;
    } = {},
  ) {
    const { sandbox, environment, node } = {
      sandbox: defaultSandbox,
      environment: 'development',
      node: 'development',
      ...options,
    };
    Object.assign(process.env, { NODE_ENV: node });
    const backend = await startTestBackend({
      features: [
        authPlugin,
        sandboxProvider,
        catalogServiceMock.factory({ entities }),
        mockServices.rootConfig.factory({
          data: {
            app: { baseUrl: APP },
            backend: { baseUrl: 'http://localhost:7007' },
            auth: { environment, providers: { ...(sandbox && { sandbox }) } },
          },
        }),
      ],
    });
    stops.push(() => backend.stop());
    return backend.server;
  }
  type Server = Awaited<ReturnType<typeof start>>;

  const refresh = (server: Server, body?: object) =>
    request(server)
      .post('/api/auth/sandbox/refresh')
      .set('X-Requested-With', 'XMLHttpRequest')
      .send(body);

  it('signs in as a persona, with the groups that the catalog knows', async () => {
    const server = await start();
    const { status, body } = await refresh(server, { entityRef: MIA });
    expect(status).toBe(200);
    expect(body.profile).toEqual({
      displayName: 'Mia Kowalski',
      email: 'mia@meridian.example',
    });
    expect(body.backstageIdentity.identity).toEqual({
      type: 'user',
      userEntityRef: MIA,
      ownershipEntityRefs: [MIA, 'group:default/payments'],
    });
    expect(body.backstageIdentity.expiresInSeconds).toBeGreaterThan(60);
    const [, claims] = body.backstageIdentity.token.split('.');
    expect(JSON.parse(Buffer.from(claims, 'base64url').toString())).toEqual(
      expect.objectContaining({ sub: MIA }),
    );
  });

  it('takes the call of the app and of a script, but not of another site', async () => {
    const server = await start();
    const body = { entityRef: MIA };
    expect((await refresh(server, body).set('Origin', APP)).status).toBe(200);
    const other = await refresh(server, body).set(
      'Origin',
      'https://evil.example',
    );
    expect(other.status).toBe(403);
    expect(other.body.error.message).toMatch(/another origin/);

    const withoutHeader = await request(server)
      .post('/api/auth/sandbox/refresh')
      .send(body);
    expect(withoutHeader.status).toBe(403);
    expect(withoutHeader.body.error.message).toMatch(/X-Requested-With/);

    const get = await request(server)
      .get('/api/auth/sandbox/refresh')
      .set('X-Requested-With', 'XMLHttpRequest')
      .query(body);
    expect(get.status).toBe(403);
  });

  it.each([
    [
      'a user of the catalog who is not a persona',
      'user:default/marta.silva',
      403,
    ],
    ['a group', 'group:default/payments', 403],
    ['somebody unheard of', 'user:default/root', 403],
    ['a persona in other words', 'mia.kowalski', 403],
    ['a persona who is not in the catalog', TOMAS, 404],
    ['nothing', undefined, 400],
    ['a list', [MIA], 400],
    ['an object', { toString: MIA }, 400],
  ])('refuses %s', async (_, entityRef, status) => {
    const server = await start();
    const response = await refresh(server, { entityRef });
    expect(response.status).toBe(status);
    expect(response.body.backstageIdentity).toBeUndefined();
  });

  it('shows whom one can be, from the configuration and the catalog', async () => {
    const server = await start();
    const { status, body } = await request(server).get(
      '/api/auth/sandbox/personas',
    );
    expect(status).toBe(200);
    expect(body.personas).toEqual([
      {
        entityRef: MIA,
        name: 'Mia Kowalski',
        title: 'Developer',
        teams: ['Payments'],
        description: 'Sees and checks the payment services.',
        inCatalog: true,
      },
      { entityRef: TOMAS, name: 'tomas.reyes', teams: [], inCatalog: false },
    ]);
  });

  it.each([
    ['NODE_ENV is production', { node: 'production' }],
    ['NODE_ENV is test', { node: 'test' }],
    ['NODE_ENV is empty', { node: '' }],
    ['auth.environment is production', { environment: 'production' }],
    [
      'the flag is false',
      {
        node: 'production',
        sandbox: {
          ...defaultSandbox,
          dangerouslyAllowOutsideDevelopment: false,
        },
      },
    ],
  ])('refuses everybody where %s', async (_, options) => {
    const server = await start(options);
    const signIn = await refresh(server, { entityRef: MIA });
    expect(signIn.status).toBe(403);
    expect(signIn.body.error.message).toMatch(
      /dangerouslyAllowOutsideDevelopment/,
    );
    const list = await request(server).get('/api/auth/sandbox/personas');
    expect(list.status).toBe(403);
    expect(JSON.stringify(list.body)).not.toContain('mia');
  });

  it('lets people in outside development where the flag says so', async () => {
    const server = await start({
      node: 'production',
      environment: 'production',
      sandbox: { ...defaultSandbox, dangerouslyAllowOutsideDevelopment: true },
    });
    expect((await refresh(server, { entityRef: MIA })).status).toBe(200);
  });

  it('is not there where it is not configured', async () => {
    const server = await start({ sandbox: undefined });
    expect((await refresh(server, { entityRef: MIA })).status).toBe(404);
    const list = await request(server).get('/api/auth/sandbox/personas');
    expect(list.status).toBe(404);
  });

  it('does not start with a persona who is not a user', async () => {
    await expect(
      start({ sandbox: { personas: [{ entityRef: 'group:payments' }] } }),
    ).rejects.toThrow(/group:payments is not a user/);
  });
});
