import { createHash } from 'node:crypto';
import {
  ruleDetailSchema,
  ruleSourceSchema,
} from '@paved-road/backstage-plugin-paved-road-common';
import { createBundle } from '@paved-road/backstage-plugin-paved-road-node';
import { acmePack } from '../__testUtils__/acmePack';
import { toRuleDetail, toRuleSource, toRuleSummary } from './ruleView';

const pack = acmePack();
const bundle = createBundle({ packs: [pack] });
const context = { bundle, brokenFiles: new Map<string, string>() };
const rule = bundle.rules.get('acme/bucket_is_private')!;
const sha256 = (text: string) =>
  `sha256:${createHash('sha256').update(text).digest('hex')}`;

describe('toRuleSummary', () => {
  it('says what the rule does in each environment', () => {
    expect(toRuleSummary(rule, context)).toMatchObject({
      id: 'acme/bucket_is_private',
      title: 'Buckets are private',
      severity: 'critical',
      enforcement: {
        development: 'advise',
        staging: 'advise',
        production: 'block',
      },
      hasRationale: true,
      broken: undefined,
      reviewBy: '2027-06-01',
    });
  });

  it('says why a rule is broken, be it one of its files only', () => {
    const second = { ...rule.files[0], digest: 'sha256:other' };
    const both = { ...rule, files: [...rule.files, second] };
    const brokenFiles = new Map([[second.digest, 'line 1: no']]);
    expect(toRuleSummary(both, { bundle, brokenFiles }).broken).toBe(
      'line 1: no',
    );
  });
});

describe('toRuleDetail', () => {
  it('shows all that is recorded', () => {
    const facts = [{ name: 'Services', values: ['Amazon S3'] }];
    const detail = toRuleDetail({ ...rule, facts }, context);
    expect(ruleDetailSchema.parse(detail)).toMatchObject({
      digest: sha256(rule.files[0].text),
      rationale: expect.stringContaining('how data leaves'),
      controls: [{ framework: 'NIST 800-53 Rev 5', clauses: ['AC-3'] }],
      owner: 'group:default/security',
      facts,
      remediation: 'Set AccessControl to Private.',
      source: { path: 'storage/bucket_is_private.guard', line: 3 },
      rationaleSource: { path: 'storage/bucket_is_private.md' },
    });
  });

  it('has one digest over all files of a rule, whatever their order', () => {
    const second = { ...rule.files[0], digest: 'sha256:other' };
    const digestOf = (files: typeof rule.files) =>
      toRuleDetail({ ...rule, files }, context).digest;
    const digest = digestOf([rule.files[0], second]);
    expect(digest).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(digest).toBe(digestOf([second, rule.files[0]]));
    expect(digest).not.toBe(digestOf([rule.files[0]]));
  });
});

describe('toRuleSource', () => {
  it('shows the file and the unit tests', () => {
    const source = toRuleSource(rule);
    expect(ruleSourceSchema.parse(source)).toEqual({
      location: { path: 'storage/bucket_is_private.guard', line: 3 },
      text: rule.files[0].text,
      examples: [
        {
          name: 'a private bucket',
          expected: 'pass',
          input: expect.stringContaining('AWS::S3::Bucket'),
        },
      ],
    });
  });
});
