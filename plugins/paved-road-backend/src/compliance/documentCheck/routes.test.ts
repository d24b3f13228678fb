import { createBackendModule } from '@backstage/backend-plugin-api';
import {
  createMockDirectory,
  mockCredentials,
  mockServices,
} from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  checkReportSchema,
  DocumentReport,
} from '@paved-road/backstage-plugin-paved-road-common';
import {
  pavedRoadEngineExtensionPoint,
  PolicyEngine,
} from '@paved-road/backstage-plugin-paved-road-node';
import request from 'supertest';
import {
  brokenRule,
  packFiles,
  publicBucket,
} from '../../__testUtils__/packFiles';
import { startPlugin } from '../../__testUtils__/startPlugin';

jest.setTimeout(60_000);

const url = '/api/paved-road/check';
const body = { documents: [{ path: 'infra/a.yaml', content: publicBucket }] };

describe('POST /check', () => {
  const directory = createMockDirectory();
  const packs = [{ target: directory.resolve('acme') }];

  beforeEach(() => {
    directory.setContent(packFiles('acme'));
  });

  it('answers what the rules found, and stores nothing', async () => {
    const server = await startPlugin({ pavedRoad: { packs } });
    const response = await request(server).post(url).send(body);
    expect(response.status).toBe(200);
    const report = checkReportSchema.parse(response.body);
    expect(report).toMatchObject({
      verdict: 'fail',
      documents: [{ path: 'infra/a.yaml', format: 'cloudformation-yaml' }],
    });
    const [first] = report.documents;
    expect(first.results).toHaveLength(2);
    expect(resultOf(first, 'acme/queue_is_encrypted').verdict).toBe('skip');
    expect(resultOf(first, 'acme/bucket_is_private')).toMatchObject({
      verdict: 'fail',
      enforcement: 'block',
      findings: [
        {
          resource: 'Logs',
          propertyPath: '/Resources/Logs/Properties/AccessControl',
          line: 5,
        },
      ],
    });
    const services = await request(server).get('/api/paved-road/services');
    expect(services.body.totalItems).toBe(0);
  });

  it('judges for the environment and against the packs that are named', async () => {
    directory.addContent(
      Object.fromEntries(
        Object.entries(packFiles('other')).map(([path, text]) => [
          path,
          text.replace('id: acme', 'id: other'),
        ]),
      ),
    );
    const server = await startPlugin({
      pavedRoad: {
        packs: [...packs, { target: directory.resolve('other') }],
        defaultEnvironment: 'production',
      },
    });
    const response = await request(server)
      .post(url)
      .send({ ...body, environment: 'staging', packs: ['other'] });
    const [first] = checkReportSchema.parse(response.body).documents;
    expect(first.results).toHaveLength(2);
    expect(resultOf(first, 'other/bucket_is_private').enforcement).toBe(
      'advise',
    );
    expect(resultOf(first, 'other/queue_is_encrypted').enforcement).toBe(
      'block',
    );
  });

  it('answers in SARIF where that is asked for', async () => {
    const server = await startPlugin({ pavedRoad: { packs } });
    const response = await request(server)
      .post(url)
      .set('Accept', 'application/sarif+json')
      .send(body);
    expect(response.status).toBe(200);
    expect(response.headers['content-type']).toMatch('application/sarif+json');
    expect(JSON.parse(response.text ?? response.body.toString())).toMatchObject(
      {
        version: '2.1.0',
        runs: [{ results: [{ ruleId: 'acme/bucket_is_private' }] }],
      },
    );
  });

  it('takes a path as a name, whatever it holds', async () => {
    const server = await startPlugin({ pavedRoad: { packs } });
    const path = '../../etc/\ud800 $(id).yaml';
    for (const type of ['application/json', 'application/sarif+json']) {
      const response = await request(server)
        .post(url)
        .set('Accept', type)
        .send({ documents: [{ path, content: publicBucket }] });
      expect(response.status).toBe(200);
    }
  });

  it('lets neither an unreadable document nor a broken rule read as a pass', async () => {
    directory.addContent({ 'acme/broken.guard': brokenRule });
    const server = await startPlugin({ pavedRoad: { packs } });
    const response = await request(server)
      .post(url)
      .send({
        documents: [
          { path: 'bad.yaml', content: 'Resources: {' },
          {
            path: 'good.yaml',
            content: publicBucket.replace('PublicRead', 'Private'),
          },
        ],
      });
    const report = checkReportSchema.parse(response.body);
    expect(report.verdict).toBe('unknown');
    const [bad, good] = report.documents;
    expect(bad.error).toEqual(expect.stringContaining('line 1'));
    expect(new Set(bad.results.map(({ verdict }) => verdict))).toEqual(
      new Set(['unknown']),
    );
    expect(resultOf(good, 'acme/is_broken').verdict).toBe('unknown');
    expect(resultOf(good, 'acme/bucket_is_private').verdict).toBe('pass');
    expect(resultOf(good, 'acme/queue_is_encrypted').verdict).toBe('skip');
  });

  it.each<[string, object, string]>([
    [
      'an unknown environment',
      { ...body, environment: 'prod' },
      "There is no environment 'prod'; there are: development, staging, production",
    ],
    [
      'an unknown pack',
      { ...body, packs: ['nope'] },
      "There is no pack 'nope'; there are: acme",
    ],
    ['no documents', { documents: [] }, "body field 'documents'"],
    [
      'a document without content',
      { documents: [{ path: 'a.yaml' }] },
      "body field 'documents.0.content'",
    ],
    [
      'a misspelt field',
      { ...body, enviroment: 'development' },
      "body field 'enviroment' is not known",
    ],
  ])('refuses %s', async (_, sent, words) => {
    const server = await startPlugin({ pavedRoad: { packs } });
    const response = await request(server).post(url).send(sent);
    expect(response.status).toBe(400);
    expect(response.body.error.message).toContain(words);
  });

  it('refuses bodies over the limit, and documents over theirs by name', async () => {
    const server = await startPlugin({
      pavedRoad: {
        packs,
        limits: { maxRequestBytes: 2000, maxDocumentBytes: 100 },
      },
    });
    const over = await request(server)
      .post(url)
      .send({ documents: [{ path: 'a', content: 'a'.repeat(2000) }] });
    expect(over.status).toBe(413);
    const response = await request(server)
      .post(url)
      .send({
        documents: [{ path: 'large.yaml', content: `# ${'a'.repeat(100)}` }],
      });
    expect(response.status).toBe(200);
    expect(response.body).toMatchObject({
      verdict: 'unknown',
      documents: [
        { path: 'large.yaml', error: expect.stringContaining('100') },
      ],
    });
  });

  it('answers nobody who is not signed in, and nobody without the permission', async () => {
    const server = await startPlugin({
      pavedRoad: { packs },
      features: [
        mockServices.permissions.factory({ result: AuthorizeResult.DENY }),
      ],
    });
    const stranger = await request(server)
      .post(url)
      .set('Authorization', mockCredentials.none.header())
      .send(body);
    expect(stranger.status).toBe(401);
    const user = await request(server).post(url).send(body);
    expect(user.status).toBe(403);
    expect(user.body.error.message).toContain('paved-road.document.check');
  });

  it('does not pass what a missing pack could fail', async () => {
    const server = await startPlugin({
      pavedRoad: {
        packs: [...packs, { target: directory.resolve('nowhere') }],
      },
    });
    const all = await request(server).post(url).send(body);
    expect(all.status).toBe(503);
    expect(all.body.error.message).toContain(directory.resolve('nowhere'));
    // It may be that very pack that is missing.
    await request(server)
      .post(url)
      .send({ ...body, packs: ['nowhere'] })
      .expect(503);
    const named = await request(server)
      .post(url)
      .send({ ...body, packs: ['acme'] });
    expect(named.status).toBe(200);
  });

  it('stops the engine when the caller goes away', async () => {
    const { engine, begun, stopped } = patientEngine();
    const server = await startPlugin({
      pavedRoad: { packs },
      features: [engineModule(engine)],
    });
    const pending = request(server).post(url).send(body);
    pending.end(() => {});
    await begun;
    pending.abort();
    await expect(stopped).resolves.toBe('stopped');
  });

  it('lets callers wait for one another, up to a limit', async () => {
    const { engine, begun, finish } = patientEngine();
    const server = await startPlugin({
      pavedRoad: { packs, limits: { maxConcurrentRequests: 1 } },
      features: [engineModule(engine)],
    });
    const first = request(server)
      .post(url)
      .send(body)
      .then(r => r.status);
    await begun;
    const others = Array.from({ length: 12 }, () =>
      request(server)
        .post(url)
        .send(body)
        .then(r => r.status),
    );
    const refused = await Promise.race(others);
    expect(refused).toBe(429);
    finish();
    expect(await first).toBe(200);
    const statuses = await Promise.all(others);
    expect(new Set(statuses)).toEqual(new Set([200, 429]));
    expect(
      statuses.filter(status => status === 200).length,
    ).toBeGreaterThanOrEqual(4);
  });
});

function resultOf({ results }: DocumentReport, rule: string) {
  return results.find(result => result.rule === rule)!;
}

/** An engine that takes its time: until it is told to finish, or to stop. */
function patientEngine() {
  let begin: () => void;
  const begun = new Promise<void>(resolve => {
    begin = resolve;
  });
  let finish = () => {};
  const finished = new Promise<void>(resolve => {
    finish = resolve;
  });
  let stop: (how: string) => void;
  const stopped = new Promise<string>(resolve => {
    stop = resolve;
  });
  const engine: PolicyEngine = {
    getInfo: async () => ({ name: 'patient', version: '1' }),
    findBrokenFiles: async () => new Map(),
    selectFiles: (_, files) => files,
    async evaluate({ tasks, signal }) {
      begin();
      await Promise.race([
        finished,
        new Promise<void>((_, reject) =>
          signal?.addEventListener('abort', () => {
            stop('stopped');
            reject(signal.reason);
          }),
        ),
      ]);
      return tasks.flatMap(({ document, files }) =>
        files.map(file => ({
          documentDigest: document.digest,
          fileDigest: file.digest,
          outcomes: Object.fromEntries(
            file.ruleNames.map(name => [
              name,
              { verdict: 'pass' as const, findings: [] },
            ]),
          ),
        })),
      );
    },
  };
  return { engine, begun, finish, stopped };
}

function engineModule(engine: PolicyEngine) {
  return createBackendModule({
    pluginId: 'paved-road',
    moduleId: 'patient-engine',
    register: reg =>
      reg.registerInit({
        deps: { engines: pavedRoadEngineExtensionPoint },
        async init({ engines }) {
          engines.setEngine(engine);
        },
      }),
  });
}
