import { readRationale } from './rationale';

const complete = `---
title: Buckets are private
severity: critical
owner: group:default/cloud-security
resourceTypes: [AWS::S3::Bucket]
enforcement:
  development: block
  production: advise
controls:
  - framework: NIST 800-53 Rev 5
    clauses: [AC-3, 007]
decidedOn: 2026-03-04
decidedBy: Architecture board
reviewBy: 2027-03-04
remediation: >-
  Set PublicAccessBlockConfiguration.
references:
  - title: The incident
    url: https://wiki.example/incident
---

# Why

Anyone reads a **public** bucket.
`;

describe('readRationale', () => {
  it('reads front matter and the reason', () => {
    expect(readRationale(complete)).toEqual({
      fields: {
        title: 'Buckets are private',
        severity: 'critical',
        owner: 'group:default/cloud-security',
        resourceTypes: ['AWS::S3::Bucket'],
        enforcement: { development: 'block', production: 'advise' },
        controls: [
          { framework: 'NIST 800-53 Rev 5', clauses: ['AC-3', '007'] },
        ],
        decidedOn: '2026-03-04',
        decidedBy: 'Architecture board',
        reviewBy: '2027-03-04',
        remediation: 'Set PublicAccessBlockConfiguration.',
        references: [
          { title: 'The incident', url: 'https://wiki.example/incident' },
        ],
      },
      why: '# Why\n\nAnyone reads a **public** bucket.',
      problems: [],
    });
  });

  it('reads what Windows has saved', () => {
    expect(readRationale(complete.replace(/\n/g, '\r\n'))).toMatchObject({
      fields: { title: 'Buckets are private' },
      problems: [],
    });
  });

  it.each([
    ['severity: grave', 'severity'],
    ['decidedOn: 2026-02-30', 'decidedOn'],
    ['reviewBy: next year', 'reviewBy'],
    ['owner: Cloud Security', 'owner'],
    ['title: [a, b]', 'title'],
    ['enforcement: {production: warn}', 'enforcement.production'],
    ['controls: [{framework: NIST}]', 'controls[0].clauses'],
    ['controls: [{framework: N, clauses: [a], more: b}]', 'controls[0]'],
    [
      'references: [{title: x, url: "javascript:alert(1)"}]',
      'references[0].url',
    ],
    ['severty: high', 'severty'],
    ['__proto__: {polluted: yes}', '__proto__'],
    ['constructor: x', 'constructor'],
  ])('leaves out the wrong field alone: %s', (line, field) => {
    const { fields, why, problems } = readRationale(
      `---\nremediation: Fix it\n${line}\n---\nBecause.\n`,
    );
    expect(problems).toEqual([{ field, message: expect.any(String) }]);
    expect(fields).toEqual({ remediation: 'Fix it' });
    expect(why).toBe('Because.');
  });

  it.each([
    ['no front matter', 'Because.', /no front matter/],
    ['front matter without an end', '---\ntitle: a\n', /never closed/],
    [
      'no YAML',
      '---\ntitle: [\n---\n',
      /not readable YAML at line \d+, column/,
    ],
    ['a key twice', '---\ntitle: a\ntitle: b\n---\n', /duplicated mapping key/],
    ['a list', '---\n- a\n---\n', /holds no fields/],
    ['a type of its own', '---\ntitle: !!js/function x\n---\n', /unknown tag/],
  ])('says what is wrong with %s', (_what, text, message) => {
    expect(readRationale(text).problems).toEqual([
      { message: expect.stringMatching(message) },
    ]);
  });

  it('refuses aliases that multiply', () => {
    const levels = [...'abcdefgh'].map((name, index, all) =>
      index === 0
        ? `a: &a [x,x,x,x,x,x,x,x,x,x]`
        : `${name}: &${name} [${Array(10)
            .fill(`*${all[index - 1]}`)
            .join(',')}]`,
    );
    expect(readRationale(`---\n${levels.join('\n')}\n---\n`).problems).toEqual([
      { message: 'holds more than 10000 values' },
    ]);
  });

  it('takes empty front matter for nothing recorded', () => {
    expect(readRationale('---\n---\n')).toEqual({
      fields: {},
      why: undefined,
      problems: [],
    });
  });
});
