import { StageVerdict } from '@paved-road/backstage-plugin-paved-road-common';
import { compareRules, RuleInForce } from './compareRules';

const HOLDS: StageVerdict[] = ['pass', 'skip', 'held'];
const OPEN: StageVerdict[] = ['fail', 'unknown', 'exempt'];
const SAID = [undefined, ...HOLDS, ...OPEN];

const inForce = (rule: string): RuleInForce => ({
  title: `Title of ${rule}`,
  severity: 'high',
  enforcement: 'block',
});

const only = (verdict: StageVerdict | undefined) =>
  new Map(verdict ? [['bank/A', verdict]] : []);

function compare(said: (StageVerdict | undefined)[]) {
  const [source, pipeline, deployed] = said.map(only);
  return compareRules({ source, pipeline, deployed }, inForce);
}

const triples = SAID.flatMap(source =>
  SAID.flatMap(pipeline =>
    SAID.map(deployed => [source, pipeline, deployed] as const),
  ),
);

describe('compareRules', () => {
  it.each(triples)('puts %s, %s and %s side by side', (...said) => {
    const known = said.flatMap(verdict => verdict ?? []);
    const open = known.filter(verdict => OPEN.includes(verdict)).length;
    const held = known.length - open;
    const { holding, rules } = compare([...said]);
    const [source, pipeline, deployed] = said;
    expect(holding).toBe(open === 0 && held > 0 ? 1 : 0);
    expect(rules).toEqual(
      open > 0
        ? [
            {
              rule: 'bank/A',
              title: 'Title of bank/A',
              enforcement: 'block',
              ...{ source, pipeline, deployed },
              disagrees: held > 0,
            },
          ]
        : [],
    );
  });

  it('shows disagreements first, then failures, then the worst, then by title', () => {
    const said: Record<string, [StageVerdict, StageVerdict]> = {
      gap: ['unknown', 'unknown'],
      failing: ['fail', 'fail'],
      gapThere: ['pass', 'unknown'],
      lowThere: ['pass', 'fail'],
      highThereB: ['skip', 'fail'],
      highThereA: ['fail', 'held'],
      unrated: ['pass', 'fail'],
    };
    const entries = Object.entries(said);
    const { rules } = compareRules(
      {
        source: new Map(entries.map(([rule, [source]]) => [rule, source])),
        pipeline: new Map(entries.map(([rule, [, there]]) => [rule, there])),
      },
      rule => ({
        ...inForce(rule),
        severity: { lowThere: 'low', unrated: undefined }[
          rule as 'lowThere'
        ] as 'low' | undefined,
        ...(rule.startsWith('high') ? { severity: 'high' } : {}),
      }),
    );
    expect(rules.map(({ rule }) => rule)).toEqual([
      'highThereA',
      'highThereB',
      'lowThere',
      'unrated',
      'gapThere',
      'failing',
      'gap',
    ]);
  });

  it('counts no rule that is in force no more, and shows it where it fails', () => {
    const { holding, rules } = compareRules(
      {
        source: new Map([['bank/GONE', 'pass']]),
        pipeline: new Map<string, StageVerdict>([
          ['bank/GONE', 'held'],
          ['bank/BAD', 'fail'],
        ]),
      },
      () => undefined,
    );
    expect(holding).toBe(0);
    expect(rules).toEqual([
      { rule: 'bank/BAD', pipeline: 'fail', disagrees: false },
    ]);
  });

  it('takes whatever a pipeline calls a rule', () => {
    const { rules } = compareRules(
      {
        pipeline: new Map([
          ['__proto__', 'fail'],
          ['constructor', 'unknown'],
        ]),
        deployed: new Map([['__proto__', 'held']]),
      },
      rule => new Map<string, RuleInForce>().get(rule),
    );
    expect(rules).toEqual([
      {
        rule: '__proto__',
        pipeline: 'fail',
        deployed: 'held',
        disagrees: true,
      },
      { rule: 'constructor', pipeline: 'unknown', disagrees: false },
    ]);
  });
});
