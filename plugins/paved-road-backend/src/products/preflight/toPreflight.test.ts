import {
  CheckReport,
  DocumentReport,
  RuleResult,
} from '@paved-road/backstage-plugin-paved-road-common';
import { createBundle } from '@paved-road/backstage-plugin-paved-road-node';
import { acmePack } from '../../__testUtils__/acmePack';
import { summarize, toPreflight, unknownPreflight } from './toPreflight';

const bundle = createBundle({ packs: [acmePack()] });

const finding = { propertyPath: '/Resources/Logs', message: 'Is public' };

function result(rule: string, fields: Partial<RuleResult> = {}): RuleResult {
  return {
    rule,
    verdict: 'fail',
    enforcement: 'block',
    findings: [],
    ...fields,
  };
}

function reportOf(
  results: RuleResult[],
  fields: Partial<DocumentReport> = {},
  verdict: CheckReport['verdict'] = 'fail',
): CheckReport {
  return {
    bundle: { digest: 'sha256:bundle' },
    engine: { name: 'cfn-guard', version: '3.1.1' },
    verdict,
    documents: [
      {
        path: 'template.json',
        format: 'cloudformation-json',
        digest: 'sha256:document',
        results,
        ...fields,
      },
    ],
  };
}

const options = { environment: 'production', unresolved: [] };

const preflightOf = (...results: RuleResult[]) =>
  toPreflight(reportOf(results), bundle, options);

describe('toPreflight', () => {
  it('says which rules fail, with what is known of them', () => {
    const unresolved = [
      { resource: 'Logs', propertyPath: '/Resources/Logs', reason: 'Import' },
    ];
    const preflight = toPreflight(
      reportOf([
        result('acme/bucket_is_private', { findings: [finding] }),
        result('acme/queue_is_encrypted', { verdict: 'pass' }),
      ]),
      bundle,
      { ...options, unresolved },
    );
    expect(preflight).toEqual({
      verdict: 'fail',
      environment: 'production',
      bundleDigest: 'sha256:bundle',
      documentDigest: 'sha256:document',
      blocking: 1,
      advising: 0,
      unknown: 0,
      stops: true,
      results: [
        {
          rule: 'acme/bucket_is_private',
          title: 'Buckets are private',
          severity: 'critical',
          enforcement: 'block',
          verdict: 'fail',
          reason: undefined,
          findings: [finding],
        },
      ],
      passed: 1,
      unresolved,
      problem: undefined,
    });
  });

  it.each<[string, Partial<RuleResult>, boolean, number[]]>([
    ['fails and blocks', {}, true, [1, 0, 0, 0]],
    ['fails and advises', { enforcement: 'advise' }, false, [0, 1, 0, 0]],
    ['is unknown and blocks', { verdict: 'unknown' }, true, [0, 0, 1, 0]],
    [
      'is unknown and advises',
      { verdict: 'unknown', enforcement: 'advise' },
      false,
      [0, 0, 1, 0],
    ],
    ['passes', { verdict: 'pass' }, false, [0, 0, 0, 1]],
    ['is exempt', { verdict: 'exempt' }, false, [0, 0, 0, 0]],
    ['does not apply', { verdict: 'skip' }, false, [0, 0, 0, 0]],
  ])('counts a rule that %s', (_, fields, stops, counts) => {
    const { advising, blocking, passed, unknown, ...preflight } = preflightOf(
      result('acme/queue_is_encrypted', fields),
    );
    expect(preflight.stops).toBe(stops);
    expect([blocking, advising, unknown, passed]).toEqual(counts);
  });

  it('has first what stops, then what fails, then what harms most', () => {
    const { results } = preflightOf(
      result('acme/queue_is_encrypted', { enforcement: 'advise' }),
      result('acme/bucket_is_private', {
        enforcement: 'advise',
        verdict: 'unknown',
      }),
      result('acme/b'),
      result('acme/a'),
      result('acme/c', { verdict: 'unknown' }),
      result('acme/bucket_is_private'),
    );
    expect(results.map(one => [one.rule, one.enforcement])).toEqual([
      ['acme/bucket_is_private', 'block'],
      ['acme/a', 'block'],
      ['acme/b', 'block'],
      ['acme/c', 'block'],
      ['acme/queue_is_encrypted', 'advise'],
      ['acme/bucket_is_private', 'advise'],
    ]);
  });

  it.each(['acme/GONE', '__proto__', 'constructor'])(
    'says as much as is known of the rule %s, which is not in force any more',
    rule => {
      expect(preflightOf(result(rule)).results).toEqual([
        expect.objectContaining({
          rule,
          title: undefined,
          severity: undefined,
        }),
      ]);
    },
  );

  it('says why a template could not be read', () => {
    const unread = (enforcement: 'block' | 'advise') =>
      toPreflight(
        reportOf(
          [result('acme/a', { verdict: 'unknown', enforcement })],
          { error: 'is no CloudFormation' },
          'unknown',
        ),
        bundle,
        options,
      );
    expect(unread('block')).toMatchObject({
      verdict: 'unknown',
      stops: true,
      problem: 'The template is no CloudFormation',
    });
    expect(unread('advise').stops).toBe(false);
  });

  it('takes many results', () => {
    const many = Array.from({ length: 100_000 }, (_, n) =>
      result(`acme/R${n}`),
    );
    expect(toPreflight(reportOf(many), bundle, options).blocking).toBe(100_000);
  });
});

describe('unknownPreflight', () => {
  it.each([
    ['block' as const, true],
    ['advise' as const, false],
  ])('where failures %s stops: %s', (enforcement, stops) => {
    expect(
      unknownPreflight({ name: 'production', enforcement }, 'No template'),
    ).toMatchObject({
      verdict: 'unknown',
      environment: 'production',
      stops,
      problem: 'No template',
    });
  });
});

describe('summarize', () => {
  it('keeps the numbers and what they were reached on, and no finding', () => {
    expect(
      summarize(
        preflightOf(
          result('acme/a', { findings: [finding] }),
          result('acme/b', { enforcement: 'advise' }),
          result('acme/c', { verdict: 'unknown' }),
        ),
      ),
    ).toEqual({
      verdict: 'fail',
      environment: 'production',
      bundleDigest: 'sha256:bundle',
      documentDigest: 'sha256:document',
      blocking: 1,
      advising: 1,
      unknown: 1,
    });
  });
});
