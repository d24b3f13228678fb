import { judgeResult } from '../judgeResult';
import { NewResult, PostedResult } from '../results';
import { bundle, posted } from './posted';

export const LEDGER = 'component:default/ledger';

/** A result on its way into the store, judged by the bundle of the tests. */
export function newResult(
  change: Partial<Omit<NewResult, 'posted' | 'judgement'>> & {
    posted?: PostedResult;
  } = {},
): NewResult {
  const sent = change.posted ?? posted();
  return {
    entityRef: LEDGER,
    runId: 'run-1',
    poster: { pipeline: 'ci', principal: 'external:ci' },
    judgement: judgeResult({ posted: sent, bundle, missingPacks: [] }),
    ...change,
    posted: sent,
  };
}
