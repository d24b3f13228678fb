import { Preflight } from '@paved-road/backstage-plugin-paved-road-common';
import { explainStop } from './explainStop';

type Result = Preflight['results'][number];

function result(fields: Partial<Result> = {}): Result {
  return {
    rule: 'bank/ENCRYPTED',
    enforcement: 'block',
    verdict: 'fail',
    findings: [],
    ...fields,
  };
}

function preflight(fields: Partial<Preflight>): Preflight {
  return {
    verdict: 'fail',
    environment: 'production',
    blocking: 0,
    advising: 0,
    unknown: 0,
    stops: true,
    results: [],
    passed: 0,
    unresolved: [],
    ...fields,
  };
}

describe('explainStop', () => {
  it.each([
    [
      'a rule',
      [result()],
      'The rules of production stop it: bank/ENCRYPTED. The pre-flight says how to comply',
    ],
    [
      'a rule with a title',
      [result({ title: 'Queues are encrypted' })],
      'The rules of production stop it: bank/ENCRYPTED (Queues are encrypted). The pre-flight says how to comply',
    ],
    [
      'a rule of which nothing is known, and none that only advises',
      [
        result({ rule: 'bank/TAGS', enforcement: 'advise' }),
        result({ verdict: 'unknown' }),
      ],
      'The rules of production stop it: bank/ENCRYPTED, of which nothing is known. The pre-flight says how to comply',
    ],
  ])('names %s', (_, results, text) => {
    expect(explainStop(preflight({ results }))).toBe(text);
  });

  it.each([
    [5, 'bank/R4. The'],
    [6, 'bank/R4; and 1 more. The'],
    [10_000, 'bank/R4; and 9995 more. The'],
  ])('names five of %d at most, and counts the others', (count, end) => {
    const results = Array.from({ length: count }, (_, n) =>
      result({ rule: `bank/R${n}` }),
    );
    const text = explainStop(preflight({ results }));
    expect(text).toContain(end);
    expect(text).not.toContain('bank/R5');
  });

  it('says why where the rules can’t be asked', () => {
    expect(
      explainStop(
        preflight({ verdict: 'unknown', problem: 'There is no template' }),
      ),
    ).toContain('the rules can’t be asked: There is no template');
    expect(explainStop(preflight({ verdict: 'unknown' }))).toContain(
      'nothing is known',
    );
  });
});
