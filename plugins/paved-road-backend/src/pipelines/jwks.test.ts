import { createSign, generateKeyPairSync, KeyObject } from 'node:crypto';
import { createServer, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { authServiceFactory } from '@backstage/backend-defaults/auth';
import { httpAuthServiceFactory } from '@backstage/backend-defaults/httpAuth';
import {
  createMockDirectory,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import request from 'supertest';
import { packFiles } from '../__testUtils__/packFiles';
import { component } from '../compliance/__testUtils__/component';
import { pavedRoadPlugin } from '../plugin';
import { posted } from './__testUtils__/posted';

const ISSUER = 'https://token.actions.example.com';
const AUDIENCE = 'paved-road';
const WORKFLOW =
  'job_workflow_ref:acme/pipelines/.github/workflows/paved-road.yml@refs/tags/v1';
const SUBJECT = `repo:acme/payments-api:ref:refs/heads/main:${WORKFLOW}`;

const rsa = () => generateKeyPairSync('rsa', { modulusLength: 2048 });
const encode = (value: object | Buffer) =>
  (Buffer.isBuffer(value)
    ? value
    : Buffer.from(JSON.stringify(value))
  ).toString('base64url');

/** A token as an issuer of OpenID Connect signs it. */
function tokenOf(key: KeyObject, change: object = {}): string {
  const now = Math.floor(Date.now() / 1000);
  const claims = { iss: ISSUER, aud: AUDIENCE, sub: SUBJECT, exp: now + 300 };
  const head = encode({ alg: 'RS256', kid: 'ci', typ: 'JWT' });
  const signed = `${head}.${encode({ ...claims, ...change })}`;
  return `${signed}.${encode(
    createSign('RSA-SHA256').update(signed).sign(key),
  )}`;
}

/** A service that says itself that it is everybody's. */
function from(address: string, name = 'cards') {
  const entity = component(name);
  Object.assign(entity.metadata.annotations!, {
    'backstage.io/managed-by-location': `url:${address}`,
    'backstage.io/source-location': 'url:https://github.com/acme/payments-api/',
    'github.com/project-slug': 'acme/payments-api',
  });
  return entity;
}

describe('a pipeline that is known by its issuer’s keys', () => {
  const directory = createMockDirectory({ content: packFiles('acme') });
  const { privateKey, publicKey } = rsa();
  let issuer: Server;
  let portal: Server;

  beforeAll(async () => {
    const keys = [{ ...publicKey.export({ format: 'jwk' }), kid: 'ci' }];
    issuer = createServer((_req, res) => {
      res.setHeader('Content-Type', 'application/json');
      res.end(JSON.stringify({ keys }));
    });
    await new Promise<void>(resolve =>
      issuer.listen(0, '127.0.0.1', () => resolve()),
    );
    const { port } = issuer.address() as AddressInfo;
    const { server } = await startTestBackend({
      features: [
        pavedRoadPlugin,
        authServiceFactory,
        httpAuthServiceFactory,
        catalogServiceMock.factory({
          entities: [
            component('payments-api'),
            component('lending'),
            from('https://github.com/Acme/cards/blob/main/catalog-info.yaml'),
            from(
              'https://git.example.com/acme/cards/blob/main/catalog-info.yaml',
              'copy',
            ),
          ],
        }),
        mockServices.rootConfig.factory({
          data: {
            backend: {
              baseUrl: 'http://localhost:0',
              database: { client: 'better-sqlite3', connection: ':memory:' },
              auth: {
                externalAccess: [
                  {
                    type: 'jwks',
                    options: {
                      url: `http://127.0.0.1:${port}/jwks`,
                      issuer: ISSUER,
                      algorithm: 'RS256',
                      audience: AUDIENCE,
                      subjectPrefix: 'github',
                    },
                    accessRestrictions: [
                      {
                        plugin: 'paved-road',
                        permission: 'paved-road.pipeline-result.create',
                      },
                    ],
                  },
                ],
              },
            },
            pavedRoad: {
              packs: [{ target: directory.resolve('acme') }],
              pipelines: [
                {
                  id: 'payments',
                  subject: `external:github:${SUBJECT}`,
                  services: ['component:default/payments-api'],
                },
                {
                  id: 'github',
                  subject: `external:github:repo:{repository}:*:${WORKFLOW}`,
                  services: ['component:default/*'],
                },
              ],
            },
          },
        }),
      ],
    });
    portal = server;
  });
  afterAll(() => new Promise(resolve => issuer.close(resolve)));

  const put = (token: string, name = 'payments-api', run = 'run-1') =>
    request(portal)
      .put(
        `/api/paved-road/services/component/default/${name}/pipeline-results/${run}`,
      )
      .set('Authorization', `Bearer ${token}`)
      .send(posted());

  it('posts its result', async () => {
    const { body, status } = await put(tokenOf(privateKey));
    expect([status, body.pipeline, body.verdict]).toEqual([
      200,
      { id: 'payments', title: 'payments' },
      'pass',
    ]);
  });

  it('speaks for its own services alone', async () => {
    const { body, status } = await put(tokenOf(privateKey), 'lending');
    expect([status, body.error.message]).toEqual([
      403,
      expect.stringContaining('may not speak for component:default/lending'),
    ]);
  });

  it.each(['pull_request', 'ref:refs/heads/main', 'environment:production'])(
    'speaks in %s for the service that the catalog has from its repository',
    async context => {
      const sub = `repo:acme/cards:${context}:${WORKFLOW}`;
      const { body, status } = await put(
        tokenOf(privateKey, { sub }),
        'cards',
        context.replace(/\W/g, '-'),
      );
      expect([status, body.pipeline?.id]).toEqual([200, 'github']);
    },
  );

  it.each([
    ['that the catalog has from another one', 'acme/payments-web', 'cards'],
    ['that only says that it is from there', 'acme/other', 'cards'],
    ['of another host', 'acme/cards', 'copy'],
    ['that the catalog has from a file', 'acme/lending', 'lending'],
  ])('speaks for no service %s', async (_which, repository, name) => {
    const sub = `repo:${repository}:pull_request:${WORKFLOW}`;
    const { body, status } = await put(tokenOf(privateKey, { sub }), name);
    expect([status, body.error?.message]).toEqual([
      403,
      expect.stringContaining(`runs for github.com/${repository}`),
    ]);
  });

  it.each([
    ['a workflow of the team', 'repo:acme/payments-api:ref:refs/heads/main'],
    [
      'a workflow that ends like the platform’s',
      `repo:acme/payments-api:ref:refs/heads/main:${WORKFLOW.replace(
        'acme/',
        'evil-acme/',
      )}`,
    ],
  ])('is not %s with a token of the same issuer', async (_who, sub) => {
    const { body, status } = await put(tokenOf(privateKey, { sub }));
    expect([status, body.error.message]).toEqual([
      403,
      expect.stringContaining(`'external:github:${sub}' is no pipeline`),
    ]);
  });

  it.each([
    ['signed by somebody else', tokenOf(rsa().privateKey)],
    ['of another issuer', tokenOf(privateKey, { iss: 'https://evil.example' })],
    ['for another audience', tokenOf(privateKey, { aud: 'sts.amazonaws.com' })],
    ['that has run out', tokenOf(privateKey, { exp: 1_700_000_000 })],
    [
      'that is not signed',
      `${encode({ alg: 'none' })}.${encode({
        iss: ISSUER,
        aud: AUDIENCE,
        sub: SUBJECT,
        exp: Math.floor(Date.now() / 1000) + 300,
      })}.`,
    ],
  ])('has no token %s', async (_what, token) => {
    const { status } = await put(token);
    expect(status).toBe(401);
  });
});
