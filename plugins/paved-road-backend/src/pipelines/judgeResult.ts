import {
  OverallVerdict,
  PipelineReason,
  PipelineReasonCode,
  PipelineRuleResult,
} from '@paved-road/backstage-plugin-paved-road-common';
import {
  Bundle,
  subjectDigestOf,
} from '@paved-road/backstage-plugin-paved-road-node';
import { readSarif, ruleResultsOf, SarifReading } from './readSarif';
import { Judgement, PostedResult } from './results';

/** What leaves a verdict open; all other reasons fail it. */
const OPEN: PipelineReasonCode[] = [
  'not-evaluated',
  'unknown-verdict',
  'missing-packs',
];

/**
 * The portal's own verdict on what a pipeline has sent. It reads the SARIF and
 * the bundle in force, and nothing that the pipeline says of its own outcome or
 * of a finding's level.
 *
 * @param missingPacks - packs that should be in force and aren't
 * @throws InputError for an environment that is not configured.
 */
export function judgeResult(options: {
  posted: PostedResult;
  bundle: Bundle;
  missingPacks: string[];
}): Judgement {
  const { bundle, missingPacks, posted } = options;
  const sarif = readSarif(posted.sarif);
  const results = ruleResultsOf(sarif, bundle.rules.keys(), id => {
    const rule = bundle.rules.get(id);
    return rule ? bundle.enforcementOf(rule, posted.environment) : 'block';
  });
  const reasons = [
    ...bundleReasons(posted, sarif, bundle),
    ...documentReasons(posted, sarif),
    ...ruleReasons(sarif, results, bundle),
    ...(missingPacks.length > 0
      ? [
          reason(
            'missing-packs',
            `Not all rules are in force; these packs could not be loaded: ${list(
              missingPacks,
            )}`,
          ),
        ]
      : []),
  ];
  const open = new Set(results.map(({ rule }) => rule));
  const heldRules = sarif.evaluated.filter(id => !open.has(id));
  return {
    verdict: verdictFor(reasons),
    reasons,
    counts: {
      evaluated: sarif.evaluated.length,
      blocking: withFailure(results, 'block').length,
      advising: withFailure(results, 'advise').length,
      unknown: results.filter(({ verdict }) => verdict === 'unknown').length,
    },
    results,
    heldRules,
  };
}

function verdictFor(reasons: PipelineReason[]): OverallVerdict {
  if (reasons.length === 0) {
    return 'pass';
  }
  return reasons.every(({ code }) => OPEN.includes(code)) ? 'unknown' : 'fail';
}

function bundleReasons(
  { bundleDigest }: PostedResult,
  sarif: SarifReading,
  bundle: Bundle,
): PipelineReason[] {
  if (bundleDigest !== bundle.digest) {
    return [
      reason(
        'other-bundle',
        `Checked against ${bundleDigest}, but ${bundle.digest} is in force`,
      ),
    ];
  }
  return sarif.bundleDigest === bundleDigest
    ? []
    : [
        reason(
          'other-bundle',
          'The SARIF is not of the bundle that the result names',
        ),
      ];
}

function documentReasons(
  { documents, subjectDigest }: PostedResult,
  { digests }: SarifReading,
): PipelineReason[] {
  const sent = new Set(
    documents.map(({ path, digest }) => `${path}\0${digest}`),
  );
  const checked = new Set(
    digests.map(([path, digest]) => `${path}\0${digest}`),
  );
  const differing = [
    ...[...sent].filter(document => !checked.has(document)),
    ...[...checked].filter(document => !sent.has(document)),
  ].map(document => document.split('\0')[0]);
  return [
    ...(documents.length === 0
      ? [reason('no-documents', 'No document was checked')]
      : []),
    ...(differing.length > 0
      ? [
          reason(
            'document-mismatch',
            `The SARIF is not of these documents: ${list([
              ...new Set(differing),
            ])}`,
          ),
        ]
      : []),
    ...(subjectDigest === subjectDigestOf(documents)
      ? []
      : [
          reason(
            'subject-mismatch',
            'The subject digest is not that of the documents',
          ),
        ]),
  ];
}

function ruleReasons(
  { evaluated, failures, gaps }: SarifReading,
  results: PipelineRuleResult[],
  bundle: Bundle,
): PipelineReason[] {
  if (evaluated.length === 0) {
    return [reason('no-rules', 'No rule was evaluated')];
  }
  const strange = [
    ...new Set([...evaluated, ...failures.keys(), ...gaps.keys()]),
  ].filter(id => id && !bundle.rules.has(id));
  const blocking = withFailure(results, 'block');
  const named = new Set(evaluated);
  const unknown = results.filter(({ verdict }) => verdict === 'unknown');
  const left = unknown.filter(({ rule }) => !named.has(rule));
  const silent = unknown.filter(({ rule }) => named.has(rule));
  return [
    ...about('unknown-rule', 'Not in force', strange),
    ...about('blocking-findings', 'Fail and block here', idsOf(blocking)),
    ...about('not-evaluated', 'In force, and not evaluated', idsOf(left)),
    ...about('unknown-verdict', 'Gave no verdict', idsOf(silent)),
  ];
}

function withFailure(
  results: PipelineRuleResult[],
  enforcement: PipelineRuleResult['enforcement'],
): PipelineRuleResult[] {
  return results.filter(
    result => result.verdict === 'fail' && result.enforcement === enforcement,
  );
}

function idsOf(results: PipelineRuleResult[]): string[] {
  return results.map(({ rule }) => rule);
}

function about(
  code: PipelineReasonCode,
  words: string,
  rules: string[],
): PipelineReason[] {
  return rules.length > 0 ? [reason(code, `${words}: ${list(rules)}`)] : [];
}

function reason(code: PipelineReasonCode, message: string): PipelineReason {
  return { code, message };
}

/** More would be read by nobody. */
const MOST_SHOWN = 5;

function list(names: string[]): string {
  const more = names.length - MOST_SHOWN;
  return (
    names.slice(0, MOST_SHOWN).join(', ') +
    (more > 0 ? ` and ${more} more` : '')
  );
}
