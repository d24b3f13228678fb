import {
  PipelineReasonCode,
  pipelineReasonCodeSchema,
} from '@paved-road/backstage-plugin-paved-road-common';
import { holds, verdictsOfResult } from './stageVerdicts';

const result = (...codes: PipelineReasonCode[]) => ({
  reasons: codes.map(code => ({ code, message: 'Why' })),
  heldRules: ['bank/A'],
  results: (['fail', 'unknown'] as const).map(verdict => ({
    rule: `bank/${verdict}`,
    verdict,
    enforcement: 'block' as const,
    findings: [],
  })),
});

describe('verdictsOfResult', () => {
  it('says of each rule what the result says', () => {
    expect([...verdictsOfResult(result())]).toEqual([
      ['bank/A', 'held'],
      ['bank/fail', 'fail'],
      ['bank/unknown', 'unknown'],
    ]);
  });

  it.each([
    ['other-bundle', 'unknown'],
    ['document-mismatch', 'unknown'],
    ['subject-mismatch', 'unknown'],
    ['blocking-findings', 'held'],
    ['unknown-rule', 'held'],
  ] as const)('takes a rule of %s for %s', (code, verdict) => {
    const verdicts = verdictsOfResult(result('no-rules', code));
    expect(verdicts.get('bank/A')).toBe(verdict);
    expect(verdicts.get('bank/fail')).toBe('fail');
  });

  it('never lets a gap hold', () => {
    for (const code of pipelineReasonCodeSchema.options) {
      const verdicts = verdictsOfResult(result(code));
      expect(holds(verdicts.get('bank/unknown')!)).toBe(false);
      expect(holds(verdicts.get('bank/fail')!)).toBe(false);
    }
    expect(holds('exempt')).toBe(false);
  });
});
