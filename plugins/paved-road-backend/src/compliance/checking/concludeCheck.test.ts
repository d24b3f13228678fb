import {
  DocumentReport,
  RuleResult,
  Severity,
  Verdict,
} from '@paved-road/backstage-plugin-paved-road-common';
import {
  Bundle,
  createBundle,
  PackRule,
} from '@paved-road/backstage-plugin-paved-road-node';
import { concludeCheck } from './concludeCheck';

function rule(
  name: string,
  severity?: Severity,
  enforcement: PackRule['enforcement'] = {},
): PackRule {
  return {
    id: `bank/${name}`,
    pack: 'bank',
    name,
    title: name,
    severity,
    resourceTypes: [],
    frameworks: [],
    controls: [],
    objectives: [],
    references: [],
    hasRationale: false,
    source: { path: `${name}.guard` },
    files: [],
    examples: [],
    enforcement,
  };
}

const bundle: Bundle = createBundle({
  packs: [
    {
      id: 'bank',
      title: 'Bank',
      rules: [
        rule('B', 'critical'),
        rule('A', 'low'),
        rule('C', undefined, { production: 'advise' }),
      ],
      problems: [],
    },
  ],
});

function document(
  path: string,
  verdicts: Partial<Record<'A' | 'B' | 'C', Verdict>>,
  error?: string,
): DocumentReport {
  return {
    path,
    format: 'cloudformation-yaml',
    digest: `sha256:${path}`,
    error,
    results: (['A', 'B', 'C'] as const).map((name): RuleResult => {
      const verdict = verdicts[name] ?? 'skip';
      return {
        rule: `bank/${name}`,
        verdict,
        enforcement: 'block',
        findings:
          verdict === 'fail'
            ? [{ propertyPath: '/Resources', message: name }]
            : [],
        reason: verdict === 'unknown' ? 'Out of time' : undefined,
      };
    }),
  };
}

function conclude(options: {
  reports?: DocumentReport[];
  unreadable?: { path: string; error: string }[];
  missingPacks?: string[];
}) {
  return concludeCheck({
    reports: options.reports ?? [],
    unreadable: options.unreadable ?? [],
    missingPacks: options.missingPacks ?? [],
    bundle,
    environment: 'production',
  });
}

describe('concludeCheck', () => {
  it('puts the verdicts of several documents together, rule by rule', () => {
    const { content, counts, reason, verdict, worstSeverity } = conclude({
      reports: [
        document('b.yaml', { A: 'fail', B: 'pass', C: 'fail' }),
        document('a.yaml', { A: 'pass', B: 'pass', C: 'fail' }),
      ],
    });
    expect(verdict).toBe('fail');
    expect(reason).toBeUndefined();
    expect(worstSeverity).toBe('low');
    expect(counts).toEqual({
      pass: 1,
      fail: 2,
      skip: 0,
      exempt: 0,
      unknown: 0,
      blocking: 1,
      advising: 1,
    });
    expect(content.documents.map(({ path }) => path)).toEqual([
      'a.yaml',
      'b.yaml',
    ]);
    expect(content.results).toEqual([
      {
        rule: 'bank/A',
        verdict: 'fail',
        enforcement: 'block',
        findings: [
          { document: 'b.yaml', propertyPath: '/Resources', message: 'A' },
        ],
      },
      { rule: 'bank/B', verdict: 'pass', enforcement: 'block', findings: [] },
      {
        rule: 'bank/C',
        verdict: 'fail',
        enforcement: 'advise',
        findings: [
          { document: 'b.yaml', propertyPath: '/Resources', message: 'C' },
          { document: 'a.yaml', propertyPath: '/Resources', message: 'C' },
        ],
      },
    ]);
  });

  it('passes where nothing fails and nothing is missing', () => {
    const { reason, verdict } = conclude({
      reports: [document('a.yaml', { A: 'pass' })],
    });
    expect(verdict).toBe('pass');
    expect(reason).toBeUndefined();
  });

  it('never passes without documents', () => {
    expect(conclude({})).toMatchObject({
      verdict: 'unknown',
      reason: { code: 'no-documents' },
      content: { documents: [], results: [] },
    });
  });

  it('does not pass beside a document that cannot be read', () => {
    const { content, counts, reason, verdict } = conclude({
      reports: [document('a.yaml', { A: 'pass' })],
      unreadable: [{ path: 'big.yaml', error: 'has 99 bytes' }],
    });
    expect(verdict).toBe('unknown');
    expect(reason).toEqual({
      code: 'document-error',
      message: 'big.yaml has 99 bytes',
    });
    expect(counts).toMatchObject({ pass: 0, skip: 0, unknown: 3 });
    expect(content.documents[1]).toEqual({
      path: 'big.yaml',
      format: 'unknown',
      error: 'has 99 bytes',
    });
  });

  it('lets a failure outweigh a document that cannot be read', () => {
    const all = { A: 'unknown', B: 'unknown', C: 'unknown' } as const;
    const { counts, verdict } = conclude({
      reports: [
        document('a.yaml', { B: 'fail' }),
        document('broken.yaml', all, 'line 3: no YAML'),
      ],
    });
    expect(verdict).toBe('fail');
    expect(counts).toMatchObject({ fail: 1, unknown: 2, pass: 0, skip: 0 });
  });

  it('does not pass where a rule could not be evaluated', () => {
    const { content, reason, verdict } = conclude({
      reports: [document('a.yaml', { A: 'unknown', B: 'pass' })],
    });
    expect(verdict).toBe('unknown');
    expect(reason).toEqual({
      code: 'rule-error',
      message: 'bank/A could not be evaluated',
    });
    expect(content.results[0].reason).toBe('Out of time');
  });

  it('does not pass against rules that are not complete', () => {
    expect(
      conclude({
        reports: [document('a.yaml', { A: 'pass' })],
        missingPacks: ['https://host/policies'],
      }),
    ).toMatchObject({
      verdict: 'unknown',
      reason: {
        code: 'rule-error',
        message: expect.stringContaining('https://host/policies'),
      },
    });
  });

  it('does not take a rule that a report leaves out for one that passes', () => {
    const report = document('a.yaml', { A: 'pass', B: 'pass' });
    report.results.pop();
    expect(conclude({ reports: [report] })).toMatchObject({
      verdict: 'unknown',
      counts: { pass: 2, unknown: 1 },
    });
  });
});
