import { publicBucket } from '../__testUtils__/packFiles';
import { component } from './__testUtils__/component';
import { useCompliance } from './__testUtils__/startCompliance';

const privateBucket = publicBucket.replace('PublicRead', 'Private');
const start = useCompliance();

describe('compliance', () => {
  it('finds a service, reads its documents, checks them and answers', async () => {
    const { check, get } = await start();
    const done = await check('payments');
    expect(done).toMatchObject({
      state: 'finished',
      verdict: 'fail',
      counts: { fail: 1, skip: 1, blocking: 1 },
      engineVersion: '3.1.1',
    });

    const list = await get('/services');
    expect(list.status).toBe(200);
    expect(list.body).toMatchObject({
      totalItems: 1,
      counts: { pass: 0, fail: 1, unknown: 0, stale: 0 },
      items: [
        {
          entityRef: 'component:default/payments',
          owner: 'group:default/payments',
          verdict: 'fail',
          worstSeverity: 'critical',
          bundleCurrent: true,
        },
      ],
    });

    const one = await get('/services/component/default/payments');
    expect(one.body.documents).toEqual([
      {
        path: 'infra/bucket.yaml',
        format: 'cloudformation-yaml',
        digest: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
        viewUrl:
          'https://github.com/meridian/payments/tree/main/infra/bucket.yaml',
      },
    ]);
    expect(one.body.results[0]).toMatchObject({
      rule: 'acme/bucket_is_private',
      title: 'Buckets are private',
      severity: 'critical',
      why: 'A bucket that others can read is how data leaves.',
      verdict: 'fail',
      enforcement: 'block',
      remediation: 'Set AccessControl to Private.',
      findings: [
        {
          document: 'infra/bucket.yaml',
          resource: 'Logs',
          line: 5,
          message: expect.stringContaining('can be read by others'),
        },
      ],
    });

    const failing = await get('/rules/acme/bucket_is_private/services');
    expect(failing.body).toMatchObject({
      totalItems: 1,
      items: [{ entityRef: 'component:default/payments', findingCount: 1 }],
    });
    expect(
      (await get('/rules/acme/queue_is_encrypted/services')).body.items,
    ).toEqual([]);
    expect((await get('/rules/acme/no_such_rule/services')).status).toBe(404);
  });

  it('checks services that are new without being asked', async () => {
    const { get } = await start();
    let body;
    do {
      ({ body } = await get('/services'));
    } while (body.items[0].verdict === 'unknown');
    expect(body.items[0].verdict).toBe('fail');
    const { body: history } = await get(
      '/services/component/default/payments/checks',
    );
    expect(history.items[0]).toMatchObject({ trigger: 'schedule' });
    expect(history.items[0].requestedBy).toBeUndefined();
  });

  it('sees a fix, and keeps the check before it as it was', async () => {
    const { check, get, repository } = await start();
    const before = await check('payments');
    repository.write('payments/infra/bucket.yaml', privateBucket);
    const after = await check('payments');
    expect(after).toMatchObject({
      verdict: 'pass',
      requestedBy: 'user:default/mock',
      trigger: 'request',
    });
    const history = await get(
      '/services/component/default/payments/checks?limit=1',
    );
    expect(history.body.items).toMatchObject([{ id: after.id }]);
    const older = await get(
      `/services/component/default/payments/checks?cursor=${history.body.nextCursor}`,
    );
    expect(older.body.items.map(({ id }: { id: string }) => id)).toContain(
      before.id,
    );
    const { body } = await get(
      `/services/component/default/payments/checks/${before.id}`,
    );
    expect(body.results[0]).toMatchObject({ verdict: 'fail' });
    expect(
      (await get('/rules/acme/bucket_is_private/services')).body.totalItems,
    ).toBe(0);
  });

  it.each([
    ['matches nothing', 'terraform/*.json', 'finished', 'no-documents'],
    ['leads out of its place', '../*.yaml', 'failed', 'check-failed'],
    ['names another host', 'https://evil/*', 'failed', 'check-failed'],
  ])(
    'does not pass where the annotation %s',
    async (_, documents, state, code) => {
      const { check, get } = await start({
        entities: [component('payments', { documents })],
      });
      expect(await check('payments')).toMatchObject({ state });
      const { body } = await get('/services/component/default/payments');
      expect(body.status).toMatchObject({
        verdict: 'unknown',
        reason: { code },
      });
    },
  );

  it('does not pass where a document cannot be read', async () => {
    const { check, get, repository } = await start({
      pavedRoad: { limits: { maxDocumentBytes: 200 } },
    });
    repository.write('payments/infra/bucket.yaml', privateBucket);
    repository.write('payments/infra/broken.yaml', 'Resources: [');
    repository.write('payments/infra/large.yaml', '#'.repeat(201));
    await check('payments');
    const { body } = await get('/services/component/default/payments');
    expect(body.status).toMatchObject({
      verdict: 'unknown',
      reason: { code: 'document-error' },
      counts: { pass: 0, unknown: 2 },
    });
    expect(
      body.documents.map(({ path, error }: any) => [path, Boolean(error)]),
    ).toEqual([
      ['infra/broken.yaml', true],
      ['infra/bucket.yaml', false],
      ['infra/large.yaml', true],
    ]);
  });

  it('does not go on passing where the source cannot be read, and keeps secrets', async () => {
    const { check, get, repository } = await start();
    repository.write('payments/infra/bucket.yaml', privateBucket);
    expect(await check('payments')).toMatchObject({ verdict: 'pass' });
    repository.problem = new Error(
      'Request failed for https://api.github.com/x?token=s3cr3t, 503',
    );
    const failed = await check('payments');
    expect(failed).toMatchObject({ state: 'failed' });
    expect(failed.error).toContain('github.com');
    const { body } = await get('/services/component/default/payments');
    expect(body.status).toMatchObject({
      verdict: 'unknown',
      reason: { code: 'check-failed' },
      counts: { pass: 0 },
    });
    expect(JSON.stringify([failed, body])).not.toContain('s3cr3t');
  });

  it('refuses more documents than are read', async () => {
    const { check, repository } = await start({
      pavedRoad: { limits: { maxDocuments: 2 } },
    });
    repository.write('payments/infra/b.yaml', privateBucket);
    repository.write('payments/infra/c.yaml', privateBucket);
    expect(await check('payments')).toMatchObject({
      state: 'failed',
      error:
        'The annotation matches 3 documents, more than the 2 that are read',
    });
  });

  it('knows nothing any more once the newest check is too old', async () => {
    const { check, get } = await start({
      pavedRoad: { freshness: { milliseconds: 1 } },
    });
    await check('payments');
    await new Promise(resolve => setTimeout(resolve, 5));
    const { body } = await get('/services/component/default/payments');
    expect(body.status).toMatchObject({
      verdict: 'unknown',
      reason: { code: 'stale' },
      stale: true,
    });
    expect(body.results.map((one: any) => one.verdict)).toEqual([
      'unknown',
      'unknown',
    ]);
    expect((await get('/services?stale=true')).body.totalItems).toBe(1);
    expect(
      (await get('/rules/acme/bucket_is_private/services')).body.totalItems,
    ).toBe(0);
  });

  it('evaluates nothing twice, also after a restart', async () => {
    const first = await start();
    await first.check('payments');
    await first.stop();
    expect(first.engine.evaluated).toBeGreaterThan(0);
    expect(first.repository.treesRead).toBe(1);

    const { repository, knex } = first;
    const second = await start({ repository, knex });
    const again = await second.check('payments');
    expect(again).toMatchObject({ verdict: 'fail', counts: { fail: 1 } });
    expect(repository.treesRead).toBe(1);

    // A commit that leaves the document as it is, and one that goes back.
    repository.write('payments/infra/notes.txt', 'not a document');
    expect(await second.check('payments')).toMatchObject({ verdict: 'fail' });
    expect(repository.treesRead).toBe(2);
    expect(second.engine.evaluated).toBe(0);
    expect(await knex('check_contents').select('digest')).toHaveLength(1);
  });

  it('evaluates a document once that several services have, also at one time', async () => {
    const names = ['payments', 'ledger', 'vault', 'mail'];
    const { check, engine, repository } = await start({
      entities: names.map(name => component(name)),
    });
    names.forEach(name =>
      repository.write(`${name}/infra/bucket.yaml`, publicBucket),
    );
    const checks = await Promise.all(names.map(check));
    expect(checks.map(({ verdict }) => verdict)).toEqual(
      names.map(() => 'fail'),
    );
    expect(engine.evaluated).toBeGreaterThan(0);
    expect(engine.repeated).toEqual([]);
  });

  it('forgets a service that leaves the paved road, and keeps its checks', async () => {
    const entities = [component('payments'), component('ledger')];
    const { check, get, knex, repository } = await start({ entities });
    repository.write('ledger/infra/a.yaml', privateBucket);
    await check('ledger');
    entities.pop();
    expect((await get('/services')).body.totalItems).toBe(1);
    expect((await get('/services/component/default/ledger')).status).toBe(404);
    expect(
      (await knex('checks').where({ entity_ref: 'component:default/ledger' }))
        .length,
    ).toBeGreaterThan(0);
  });
});
