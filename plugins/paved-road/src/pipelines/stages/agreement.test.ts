import { StageSummary } from '@paved-road/backstage-plugin-paved-road-common';
import {
  deployed,
  ruleStages,
  serviceStages,
  source,
  stageSummary,
} from '../../__testUtils__/stages';
import { agreementOf } from './agreement';

const VERDICTS = ['pass', 'fail', 'unknown', undefined] as const;

const of = (...verdicts: StageSummary['verdict'][]) =>
  agreementOf(
    serviceStages({
      stages: [
        source({ verdict: verdicts[0] }),
        stageSummary({ verdict: verdicts[1] }),
        deployed({ verdict: verdicts[2] }),
      ],
    }),
  );

const triples = VERDICTS.flatMap(a =>
  VERDICTS.flatMap(b => VERDICTS.map(c => [a, b, c] as const)),
);

describe('agreementOf', () => {
  it.each([
    [['pass', 'pass', 'pass'], 'Source, pipeline and deployed agree: all pass'],
    [['fail', 'fail', 'fail'], 'Source, pipeline and deployed agree: all fail'],
    [['pass', 'pass', undefined], 'Source and pipeline agree: both pass'],
    [
      ['pass', 'fail', 'pass'],
      'Source, pipeline and deployed don’t say the same',
    ],
    [['pass', undefined, 'unknown'], 'Source and deployed don’t say the same'],
    [
      [undefined, 'unknown', 'unknown'],
      'Pipeline and deployed: none is known to pass',
    ],
    [['pass', undefined, undefined], 'There is nothing to compare yet'],
    [[undefined, undefined, undefined], 'There is nothing to compare yet'],
  ] as const)('says of %j: %s', (verdicts, title) => {
    expect(of(...verdicts).title).toBe(title);
  });

  it.each(triples)(
    'passes %s, %s and %s only where nothing else is said',
    (...said) => {
      const known = said.filter(verdict => verdict !== undefined);
      const { kind, sentences } = of(...said);
      expect(kind === 'pass').toBe(
        known.length > 1 && known.every(verdict => verdict === 'pass'),
      );
      expect(sentences.filter(text => /yet\.$/.test(text))).toHaveLength(
        said.length - known.length,
      );
    },
  );

  it('counts the rules on which they disagree, also where each passes', () => {
    const { kind, title } = agreementOf(
      serviceStages({
        rules: [ruleStages(), ruleStages({ rule: 'm/B', disagrees: false })],
      }),
    );
    expect([kind, title]).toEqual([
      'disagree',
      'Source and pipeline disagree on 1 rule',
    ]);
  });

  it('tells a gap from a disagreement', () => {
    expect(
      agreementOf(
        serviceStages({
          stages: [
            source({ verdict: 'unknown' }),
            stageSummary(),
            { stage: 'deployed' },
          ],
          rules: [ruleStages({ source: 'unknown' })],
        }),
      ),
    ).toEqual({
      kind: 'disagree',
      title: '1 rule holds at one stage and can’t be told at another',
      sentences: [
        'The source is not known to pass.',
        'See what could not be checked there, and check again.',
        'Nothing has been posted as deployed yet.',
      ],
    });
  });

  const other = `sha256:${'0'.repeat(64)}`;
  it.each([
    [{}, /same commit .* same rules, so the build or the deployment changes/],
    [{ commit: 'd'.repeat(40) }, /^They are of different commits\.$/],
    [{ bundleDigest: other }, /^They were checked with different rules/],
    [{ commit: undefined }, /^The build may change the documents, or/],
  ])('says why they may differ (%j)', (change, words) => {
    const { sentences } = agreementOf(
      serviceStages({
        rules: [ruleStages()],
        stages: [source(change), stageSummary(), deployed()],
      }),
    );
    expect(sentences).toEqual([expect.stringMatching(words)]);
  });
});
