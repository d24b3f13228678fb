import { createTestDatabases } from '../../__testUtils__/databases';
import { BUCKET, bundle, posted } from '../__testUtils__/posted';
import { judgeResult } from '../judgeResult';
import { DatabasePipelineResultStore } from '../store/DatabasePipelineResultStore';
import { DatabaseRefusalStore } from './DatabaseRefusalStore';

const databases = createTestDatabases();

describe.each(databases.eachSupportedId())('refusals on %s', id => {
  it('are the results that did not pass, of each service', async () => {
    const knex = await databases.init(id);
    const results = new DatabasePipelineResultStore(knex);
    const put = async (name: string, runId: string, refused: boolean) => {
      const sent = posted({}, refused ? { [BUCKET]: 'fail' } : {});
      await results.keep({
        entityRef: `component:default/${name}`,
        runId,
        poster: { pipeline: 'ci', principal: 'external:ci' },
        posted: sent,
        judgement: judgeResult({ posted: sent, bundle, missingPacks: [] }),
      });
    };
    await put('ledger', '1', true);
    await put('ledger', '2', true);
    await put('ledger', '3', false);
    await put('lending', '1', true);
    await put('fine', '1', false);
    const store = new DatabaseRefusalStore(knex);
    expect(await store.countRefused('2026-01-01T00:00:00.000Z')).toEqual(
      new Map([
        ['component:default/ledger', 2],
        ['component:default/lending', 1],
      ]),
    );
    expect(await store.countRefused('9999-01-01T00:00:00.000Z')).toEqual(
      new Map(),
    );
  });
});
