import { KeptSummary } from '../results';
import { whyUnexplained } from './explainDeployment';

function deployment(...paths: string[]) {
  return {
    runId: 'run-7',
    environment: 'production',
    documents: paths.map(path => ({ path, digest: 'sha256:d' })),
  };
}

const check = (verdict: KeptSummary['verdict']) => ({ verdict } as KeptSummary);

describe('whyUnexplained', () => {
  const what = 'What run run-7 deployed to production (infra/a.yaml)';

  it.each([
    [{ before: check('pass'), passedAfter: false }, undefined],
    [{ before: check('pass'), passedAfter: true }, undefined],
    [
      { before: check('fail'), passedAfter: false },
      `${what} was deployed although the pipeline’s check of it failed.`,
    ],
    [
      { before: check('fail'), passedAfter: true },
      `${what} was deployed although the pipeline’s check of it failed.`,
    ],
    [
      { before: check('unknown'), passedAfter: true },
      `${what} was deployed although the pipeline’s check of it was not known to pass.`,
    ],
    [
      { passedAfter: true },
      `${what} was deployed before the pipeline’s check of it passed.`,
    ],
    [
      { passedAfter: false },
      `${what} is not explained: no pipeline result for production is known of exactly these documents.`,
    ],
  ])('answers %j', (checks, words) => {
    expect(whyUnexplained(deployment('infra/a.yaml'), checks)).toBe(words);
  });

  it('is not content with a deployment of nothing', () => {
    expect(
      whyUnexplained(deployment(), {
        before: check('pass'),
        passedAfter: false,
      }),
    ).toMatch(/names no document/);
  });

  it('names some documents of many', () => {
    expect(
      whyUnexplained(deployment('a', 'b', 'c', 'd', 'e'), {
        passedAfter: false,
      }),
    ).toContain('(a, b, c and 2 more)');
  });
});
