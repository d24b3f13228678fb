import {
  digestOf,
  subjectDigestOf,
} from '@paved-road/backstage-plugin-paved-road-node';
import { createTestDatabases } from '../../__testUtils__/databases';
import { LEDGER, newResult } from '../__testUtils__/newResult';
import { BUCKET, posted } from '../__testUtils__/posted';
import { PostedResult } from '../results';
import { DatabasePipelineResultStore } from './DatabasePipelineResultStore';

const databases = createTestDatabases();

const SUBJECT = posted().subjectDigest;

describe.each(databases.eachSupportedId())('newest results on %s', id => {
  async function init() {
    const knex = await databases.init(id);
    const store = new DatabasePipelineResultStore(knex);
    let run = 0;
    /** Keeps a result of a run of its own. */
    const keep = (
      change: Partial<PostedResult> = {},
      rest: Parameters<typeof posted>[1] = {},
      entityRef = LEDGER,
    ) => {
      run += 1;
      return store.keep(
        newResult({
          entityRef,
          runId: `run-${run}`,
          posted: posted(change, rest),
        }),
      );
    };
    return { knex, store, keep };
  }

  it('are the newest of each stage, in one environment of one service', async () => {
    const { keep, store } = await init();
    await keep();
    const pipeline = await keep();
    const deployed = await keep({ stage: 'deployed' });
    const staging = await keep({ environment: 'staging' });
    await keep({}, {}, 'component:default/other');
    expect(await store.readNewest(LEDGER, 'production')).toEqual({
      pipeline,
      deployed,
    });
    expect(await store.readNewest(LEDGER, 'staging')).toEqual({
      pipeline: staging,
    });
    expect(await store.readNewest(LEDGER, 'development')).toEqual({});
    expect((await store.listEnvironments(LEDGER)).sort()).toEqual([
      'production',
      'staging',
    ]);
    expect(await store.listEnvironments('component:default/none')).toEqual([]);
  });

  it('are found behind more results of another environment than a list gives', async () => {
    const { keep, knex, store } = await init();
    const first = await keep();
    await keep({ environment: 'staging' });
    const [row] = await knex('pipeline_results').where({
      environment: 'staging',
    });
    await knex.batchInsert(
      'pipeline_results',
      Array.from({ length: 150 }, (_, index) => ({
        ...row,
        seq: row.seq + index + 1,
        id: `copy-${index}`,
        run_id: `copy-${index}`,
      })),
      50,
    );
    const { pipeline } = await store.readNewest(LEDGER, 'production');
    expect(pipeline).toEqual(first);
    expect(await store.listEnvironments(LEDGER)).toHaveLength(2);
  });

  describe('the checks of what was deployed', () => {
    const find = (store: DatabasePipelineResultStore, place: number) =>
      store.readChecks({
        entityRef: LEDGER,
        environment: 'production',
        subjectDigest: SUBJECT,
        place,
      });

    it('are the newest one before, whatever it said', async () => {
      const { keep, store } = await init();
      await keep();
      const failing = await keep({}, { [BUCKET]: 'fail' });
      const { seq } = await keep({ stage: 'deployed' });
      const { before, passedAfter } = await find(store, seq);
      expect([before?.id, before?.verdict]).toEqual([failing.id, 'fail']);
      expect(passedAfter).toBe(false);
    });

    it('tell a pass that came only afterwards from one before', async () => {
      const { keep, store } = await init();
      const { seq } = await keep({ stage: 'deployed' });
      await keep({}, { [BUCKET]: 'fail' });
      expect(await find(store, seq)).toEqual({ passedAfter: false });
      await keep();
      expect(await find(store, seq)).toEqual({ passedAfter: true });
    });

    it('are none of other documents, environments, services or stages', async () => {
      const { keep, store } = await init();
      const documents = [{ path: 'infra/other.yaml', digest: digestOf('x') }];
      await keep({ documents, subjectDigest: subjectDigestOf(documents) });
      await keep({ environment: 'staging' });
      await keep({}, {}, 'component:default/other');
      await keep({ stage: 'deployed' });
      const { seq } = await keep({ stage: 'deployed' });
      expect(await find(store, seq)).toEqual({ passedAfter: false });
    });
  });
});
