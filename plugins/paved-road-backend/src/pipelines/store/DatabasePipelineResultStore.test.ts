import { ConflictError } from '@backstage/errors';
import { digestOf } from '@paved-road/backstage-plugin-paved-road-node';
import { createTestDatabases } from '../../__testUtils__/databases';
import { LEDGER, newResult as result } from '../__testUtils__/newResult';
import { BUCKET, bundle, posted } from '../__testUtils__/posted';
import { DatabasePipelineResultStore } from './DatabasePipelineResultStore';

const databases = createTestDatabases();

describe.each(databases.eachSupportedId())('pipeline results on %s', id => {
  async function init() {
    const knex = await databases.init(id);
    return { knex, store: new DatabasePipelineResultStore(knex) };
  }

  it('are kept with what was said, who said it and what is made of it', async () => {
    const { store } = await init();
    const sent = posted(
      {
        url: 'https://ci.example.com/1',
        startedAt: '2026-11-25T08:00:00Z',
        outcome: 'deployed',
        stage: 'deployed',
      },
      { [BUCKET]: 'fail' },
    );
    const { judgement, poster } = result({ posted: sent });
    const kept = await store.keep(result({ posted: sent }));
    expect(kept).toEqual({
      seq: expect.any(Number),
      id: expect.any(String),
      entityRef: LEDGER,
      runId: 'run-1',
      poster,
      stage: 'deployed',
      commit: sent.commit,
      environment: 'production',
      subjectDigest: sent.subjectDigest,
      bundleDigest: bundle.digest,
      outcome: 'deployed',
      url: 'https://ci.example.com/1',
      startedAt: '2026-11-25T08:00:00Z',
      receivedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]{12}Z$/),
      documents: sent.documents,
      ...judgement,
    });
    expect(await store.readRun(LEDGER, 'run-1')).toEqual([kept]);
    const { documents: _, heldRules: __, results: ___, ...summary } = kept;
    expect(await store.list(LEDGER, { limit: 10 })).toEqual([summary]);
  });

  it('are answered again as they were judged, not as they would be now', async () => {
    const { store } = await init();
    const kept = await store.keep(result());
    const again = await store.keep({
      ...result(),
      judgement: { ...result().judgement, verdict: 'fail' },
    });
    expect(again).toEqual(kept);
  });

  it('are kept once, however many send the same at the same time', async () => {
    const { knex, store } = await init();
    const other = new DatabasePipelineResultStore(knex);
    const kept = await Promise.all(
      [store, other, store, other, store].map(one => one.keep(result())),
    );
    expect(new Set(kept.map(one => one.id)).size).toBe(1);
    expect(await store.list(LEDGER, { limit: 10 })).toHaveLength(1);
  });

  it('give a place to one of two who send different things at the same time', async () => {
    const { knex, store } = await init();
    const settled = await Promise.allSettled([
      store.keep(result()),
      store.keep(result({ posted: posted({ outcome: 'stopped' }) })),
    ]);
    expect(settled.map(({ status }) => status).sort()).toEqual([
      'fulfilled',
      'rejected',
    ]);
    expect(await store.list(LEDGER, { limit: 10 })).toHaveLength(1);
    expect(await knex('pipeline_result_contents')).toHaveLength(1);
  });

  const others: [string, Parameters<typeof result>[0]][] = [
    ['commit', { posted: posted({ commit: 'd'.repeat(40) }) }],
    ['environment', { posted: posted({ environment: 'staging' }) }],
    ['SARIF', { posted: posted({}, { [BUCKET]: 'fail' }) }],
    [
      'pipeline',
      { poster: { pipeline: 'other', principal: 'external:other' } },
    ],
  ];
  it.each(others)('refuse another %s in their place', async (_, change) => {
    const { knex, store } = await init();
    const kept = await store.keep(result());
    await expect(store.keep(result(change))).rejects.toThrow(ConflictError);
    expect(await store.readRun(LEDGER, 'run-1')).toEqual([kept]);
    expect(await knex('pipeline_result_contents')).toHaveLength(1);
  });

  it('have a place for each service, run, subject, bundle and stage', async () => {
    const { store } = await init();
    const changes: Parameters<typeof result>[0][] = [
      {},
      { entityRef: 'component:default/other' },
      { runId: 'run-2' },
      { posted: posted({ subjectDigest: digestOf('a') }) },
      { posted: posted({ bundleDigest: digestOf('a') }) },
      { posted: posted({ stage: 'deployed' }) },
    ];
    const kept = [];
    for (const change of changes) {
      kept.push(await store.keep(result(change)));
    }
    expect(new Set(kept.map(one => one.id)).size).toBe(changes.length);
    const run = await store.readRun(LEDGER, 'run-1');
    expect(run.map(one => one.id)).toEqual(
      [kept[5], kept[4], kept[3], kept[0]].map(one => one.id),
    );
    expect(await store.readRun(LEDGER, 'run-3')).toEqual([]);
  });

  it('are listed newest first, page by page', async () => {
    const { store } = await init();
    for (const runId of ['a', 'b', 'c']) {
      await store.keep(result({ runId }));
    }
    const first = await store.list(LEDGER, { limit: 2 });
    expect(first.map(one => one.runId)).toEqual(['c', 'b']);
    const rest = await store.list(LEDGER, { limit: 2, before: first[1].seq });
    expect(rest.map(one => one.runId)).toEqual(['a']);
  });

  it.each(['pipeline_results', 'pipeline_result_contents'])(
    'let nobody change or delete a row of %s',
    async table => {
      const { knex, store } = await init();
      await store.keep(result());
      const column = table === 'pipeline_results' ? 'verdict' : 'content';
      // SQLite's driver may come from another test's realm, and its error with it.
      const refused = { message: expect.stringContaining('evidence') };
      await expect(
        knex(table).update({ [column]: 'pass' }),
      ).rejects.toMatchObject(refused);
      await expect(knex(table).delete()).rejects.toMatchObject(refused);
    },
  );
});
