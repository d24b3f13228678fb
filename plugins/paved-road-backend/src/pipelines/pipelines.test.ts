import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { digestOf } from '@paved-road/backstage-plugin-paved-road-node';
import { BUCKET, bundle, posted } from './__testUtils__/posted';
import { asService, usePipelines } from './__testUtils__/startPipelines';

const LENDING = asService('external:lending');
const start = usePipelines();

/** A permission framework that refuses one permission. */
const refusing = (name: string) =>
  mockServices.permissions.mock({
    authorize: async requests =>
      requests.map(({ permission }) => ({
        result:
          permission.name === name
            ? AuthorizeResult.DENY
            : AuthorizeResult.ALLOW,
      })),
  }).factory;

describe('a result of a pipeline', () => {
  it('is judged, kept and shown', async () => {
    const { get, put } = await start();
    const url = 'https://ci.example.com/1';
    const { body, status } = await put('payments-api', 'run-1', {
      ...posted({}, { [BUCKET]: 'fail' }),
      url,
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      entityRef: 'component:default/payments-api',
      runId: 'run-1',
      pipeline: { id: 'platform', title: 'Platform pipeline' },
      bundleDigest: bundle.digest,
      outcome: 'passed',
      verdict: 'fail',
      reasons: [{ code: 'blocking-findings' }],
      results: [{ rule: BUCKET, verdict: 'fail' }],
      url,
    });
    expect((await get('payments-api', '/run-1')).body).toEqual({
      items: [body],
    });
    const list = await get('payments-api');
    expect(list.body.items).toEqual([
      expect.objectContaining({ id: body.id, verdict: 'fail', url }),
    ]);
    expect(list.body.items[0]).not.toHaveProperty('results');
  });

  it('passes where the rules in force do', async () => {
    const { put } = await start();
    const { body } = await put('payments-api', 'run-1');
    expect([body.verdict, body.reasons]).toEqual(['pass', []]);
  });

  it('is kept once, however often and at the same time it is sent', async () => {
    const { get, put } = await start();
    const answers = await Promise.all([
      put('payments-api', 'run-1'),
      put('payments-api', 'run-1'),
      put('payments-api', 'run-1'),
    ]);
    answers.push(await put('payments-api', 'run-1'));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    expect((await get('payments-api')).body.items).toHaveLength(1);
  });

  it('is not replaced by another one of the same run', async () => {
    const { get, put } = await start();
    const bad = posted({}, { [BUCKET]: 'fail' });
    const { body } = await put('payments-api', 'run-1', bad);
    const other = await put('payments-api', 'run-1', posted());
    expect(other.status).toBe(409);
    expect(other.body.error.message).toContain('begin a new run');
    expect((await get('payments-api', '/run-1')).body.items).toEqual([body]);
  });

  it('is listed newest first, page by page', async () => {
    const { get, put } = await start();
    for (const run of ['a', 'b', 'c']) {
      await put('payments-api', run);
    }
    const runs = ({ body }: any) => body.items.map((one: any) => one.runId);
    const first = await get('payments-api', '?limit=2');
    expect(runs(first)).toEqual(['c', 'b']);
    const cursor = first.body.nextCursor;
    const rest = await get('payments-api', `?limit=2&cursor=${cursor}`);
    expect(runs(rest)).toEqual(['a']);
    expect(rest.body.nextCursor).toBeUndefined();
    expect((await get('payments-api', '?cursor=x')).status).toBe(400);
    expect((await get('payments-api', '/d')).status).toBe(404);
  });
});

describe('a way around', () => {
  it.each([
    ['another team’s service', 'lending', undefined, 403, /may not speak for/],
    ['a service that there is not', 'payments-x', undefined, 404, /no entity/],
    [
      'an unknown subject',
      'payments-api',
      asService('external:somebody'),
      403,
      /'external:somebody' is no pipeline/,
    ],
    [
      'another plugin',
      'payments-api',
      asService('plugin:scaffolder'),
      403,
      /is no pipeline/,
    ],
    [
      'a user',
      'payments-api',
      mockCredentials.user.header(),
      403,
      /Only a pipeline posts results/,
    ],
    ['nobody', 'payments-api', mockCredentials.none.header(), 401, /./],
  ])('is refused: %s', async (_, name, as, status, words) => {
    const { get, put } = await start();
    const answer = await put(name, 'run-1', posted(), as);
    expect(answer.status).toBe(status);
    expect(answer.body.error.message).toMatch(words);
    expect((await get(name)).body.items ?? []).toEqual([]);
  });

  it('is no result replayed for another service', async () => {
    const { get, put } = await start();
    await put('payments-api', 'run-1');
    const replayed = await put('lending', 'run-1');
    expect(replayed.status).toBe(403);
    const stolen = await put('payments-api', 'run-1', posted(), LENDING);
    expect(stolen.status).toBe(403);
    expect((await get('lending')).body.items).toEqual([]);
    expect((await get('payments-api')).body.items).toHaveLength(1);
  });

  it('is nothing that an entity says of its own pipeline', async () => {
    const { put } = await start();
    // `lending` names the platform's pipeline in its annotations.
    expect((await put('lending', 'run-1')).status).toBe(403);
    const own = await put('lending', 'run-1', posted(), LENDING);
    expect(own.status).toBe(200);
  });

  it('is kept for what it is: another bundle, an empty SARIF, an unknown rule, other documents', async () => {
    const { put } = await start();
    const other = digestOf('other');
    const withSarif = (change: (run: any) => void) => {
      const body: any = structuredClone(posted());
      change(body.sarif.runs[0]);
      return body;
    };
    const tried: [string, object][] = [
      ['other-bundle', posted({ bundleDigest: other })],
      ['subject-mismatch', posted({ subjectDigest: other })],
      [
        'no-rules',
        withSarif(run => {
          run.tool.driver.rules = [];
        }),
      ],
      [
        'unknown-rule',
        withSarif(run => {
          run.tool.driver.rules[0].id = 'acme/harmless';
        }),
      ],
      [
        'document-mismatch',
        withSarif(run => {
          run.artifacts[0].hashes['sha-256'] = 'f'.repeat(64);
        }),
      ],
    ];
    for (const [code, body] of tried) {
      const answer = await put('payments-api', `run-${code}`, body);
      expect(answer.status).toBe(200);
      expect(answer.body).toMatchObject({ outcome: 'passed', verdict: 'fail' });
      expect(answer.body.reasons).toContainEqual(
        expect.objectContaining({ code }),
      );
    }
  });

  it('is no body that is too large', async () => {
    const { put } = await start();
    const body = { ...posted(), url: 'x'.repeat(5 * 1024 * 1024) };
    expect((await put('payments-api', 'run-1', body)).status).toBe(413);
  });

  it.each<[string, object]>([
    ['commit', { commit: 'main' }],
    ['environment', { environment: 'prod' }],
    ['stage', { stage: 'source' }],
    ['outcome', { outcome: 'fine' }],
    ['url', { url: 'ftp://ci.example.com/1' }],
    ['subjectDigest', { subjectDigest: 'sha256:1' }],
    [
      'documents.0.path',
      { documents: [{ path: '../a', digest: digestOf('') }] },
    ],
    [
      'documents.0.path',
      { documents: [{ path: 'a\n', digest: digestOf('') }] },
    ],
    [
      'documents',
      {
        documents: ['a', 'b'].map(text => ({
          path: 'same',
          digest: digestOf(text),
        })),
      },
    ],
    ['sarif.version', { sarif: { ...posted().sarif, version: '1.0.0' } }],
    ['verdict', { verdict: 'pass' }],
  ])('is no body with a strange %s', async (field, change) => {
    const { get, put } = await start();
    const answer = await put('payments-api', 'run-1', {
      ...posted(),
      ...change,
    });
    expect(answer.status).toBe(400);
    expect(answer.body.error.message).toContain(field);
    expect((await get('payments-api')).body.items).toEqual([]);
  });

  it('is audited, whether it succeeds or not', async () => {
    const auditor = mockServices.auditor.mock();
    const success = jest.fn();
    const fail = jest.fn();
    auditor.createEvent.mockResolvedValue({ success, fail });
    const { put } = await start({ features: [auditor.factory] });
    const { body } = await put('payments-api', 'run-1');
    expect(auditor.createEvent).toHaveBeenCalledWith(
      expect.objectContaining({
        eventId: 'pipeline-result-put',
        meta: {
          entityRef: 'component:default/payments-api',
          runId: 'run-1',
          stage: 'pipeline',
          environment: 'production',
          outcome: 'passed',
        },
      }),
    );
    expect(success).toHaveBeenCalledWith({
      meta: { resultId: body.id, pipeline: 'platform', verdict: 'pass' },
    });
    await put('lending', 'run-1');
    expect(fail).toHaveBeenCalledWith({
      error: expect.objectContaining({ name: 'NotAllowedError' }),
    });
  });
});

describe('permissions', () => {
  it('keep a pipeline out that may speak, but not post', async () => {
    const { put } = await start({
      features: [refusing('paved-road.pipeline-result.create')],
    });
    const { body, status } = await put('payments-api', 'run-1');
    expect(status).toBe(403);
    expect(body.error.message).toContain('paved-road.pipeline-result.create');
  });

  it('let those see results who may see the service’s compliance', async () => {
    const { get, put } = await start({
      features: [refusing('paved-road.compliance.read')],
    });
    expect((await put('payments-api', 'run-1')).status).toBe(200);
    for (const rest of ['', '/run-1']) {
      const { body, status } = await get('payments-api', rest);
      expect(status).toBe(403);
      expect(body.error.message).toContain('paved-road.compliance.read');
    }
  });

  it('take a token that is for this plugin only', async () => {
    const restricted = mockCredentials.service('external:platform', {
      permissionNames: ['paved-road.pipeline-result.create'],
    });
    const { put } = await start({
      features: [
        mockServices.httpAuth.mock({
          credentials: async () => restricted as any,
        }).factory,
      ],
    });
    const answer = await put('payments-api', 'run-1');
    expect(answer.status).toBe(200);
  });

  it('hide what the catalog hides', async () => {
    const { get, put } = await start();
    expect((await put('payments-secret', 'run-1')).status).toBe(200);
    for (const rest of ['', '/run-1']) {
      expect((await get('payments-secret', rest)).status).toBe(404);
    }
  });
});
