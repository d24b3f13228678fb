import {
  DocumentReport,
  Finding,
  RuleResult,
  ruleReason,
  severities,
} from '@paved-road/backstage-plugin-paved-road-common';
import { Bundle, PackRule } from '@paved-road/backstage-plugin-paved-road-node';
import { placeInPack } from '../project/loadPacks';
import { plainText } from '../terminal/plainText';
import { ruleUrl } from './ruleUrl';
import { ReportInput } from './types';

const MOST_PLACES = 20;

/** The failures, what blocks and is most severe first. */
export function sortFailures(
  results: RuleResult[],
  bundle: Bundle,
): RuleResult[] {
  const rank = ({ rule, enforcement }: RuleResult) => {
    const severity = bundle.rules.get(rule)?.severity;
    return [
      enforcement === 'block' ? 0 : 1,
      severity ? severities.indexOf(severity) : severities.length,
    ];
  };
  return results
    .filter(({ verdict }) => verdict === 'fail')
    .sort((a, b) => {
      const [blocksA, severityA] = rank(a);
      const [blocksB, severityB] = rank(b);
      return blocksA - blocksB || severityA - severityB;
    });
}

/** One failing rule: where, what, how to fix it, and why the rule exists. */
export function failureText(
  document: DocumentReport,
  result: RuleResult,
  input: ReportInput,
): string {
  const { bundle, colours } = input;
  const rule = bundle.rules.get(result.rule);
  const label =
    result.enforcement === 'block'
      ? colours.red.bold('✗ BLOCKS')
      : colours.yellow('! ADVISES');
  const title = plainText(rule?.title ?? result.rule);
  const severity = rule?.severity ? colours.dim(` (${rule.severity})`) : '';
  return [
    '',
    `  ${label}  ${colours.bold(title)}${severity}`,
    ...groupFindings(result.findings).flatMap(findings =>
      findingsText(document, findings, title, input),
    ),
    ...(rule ? aboutText(rule, result, input) : []),
  ].join('\n');
}

/** Findings that say the same of several places. */
function groupFindings(findings: Finding[]): Finding[][] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = JSON.stringify([finding.message, finding.remediation]);
    groups.set(key, [...(groups.get(key) ?? []), finding]);
  }
  return [...groups.values()];
}

function findingsText(
  { path }: DocumentReport,
  findings: Finding[],
  title: string,
  { colours }: ReportInput,
): string[] {
  const [{ message, remediation }] = findings;
  const places = [...findings]
    .sort((a, b) => (a.line ?? 0) - (b.line ?? 0))
    .map(finding => {
      const place = [path, finding.line, finding.column]
        .filter(part => part !== undefined)
        .join(':');
      return `    ${colours.cyan(plainText(place))}  ${plainText(
        whatIsMeant(finding),
      )}`;
    });
  return [
    ...places.slice(0, MOST_PLACES),
    ...(places.length > MOST_PLACES
      ? [`    and ${places.length - MOST_PLACES} more places`]
      : []),
    ...(plainText(message) === title ? [] : indented('', message)),
    ...(remediation ? indented(colours.green('Fix: '), remediation) : []),
  ];
}

/** The resource, and the property in it. */
function whatIsMeant({ resource, propertyPath }: Finding): string {
  if (resource === undefined) {
    return propertyPath;
  }
  const property = propertyPath.replace(
    /^\/(?:Resources|resource_changes)\/[^/]+\/?/,
    '',
  );
  return property ? `${resource} › ${property}` : resource;
}

function aboutText(
  rule: PackRule,
  { findings }: RuleResult,
  { portal, directories, colours }: ReportInput,
): string[] {
  const saidAlready = findings.some(({ remediation }) => remediation);
  const [label, reason] = reasonOf(rule);
  const place = placeInPack({ directories }, rule.pack, rule.source.path);
  const page =
    ruleUrl(portal, rule) ?? rule.source.viewUrl ?? rule.references[0]?.url;
  const name = rule.alias ? `${rule.id} (${rule.alias})` : rule.id;
  const source = place && [place, rule.source.line].filter(Boolean).join(':');
  return [
    ...(rule.remediation && !saidAlready
      ? indented(colours.green('Fix: '), rule.remediation)
      : []),
    ...indented(colours.dim(label), reason),
    ...indented(
      colours.dim('Rule: '),
      [name, source, page].filter(Boolean).join(' · '),
    ),
  ];
}

/** A description says what is checked, which is no reason. */
function reasonOf(rule: PackRule): [label: string, text: string] {
  const reason = ruleReason(rule);
  if (!reason) {
    return ['Why: ', 'no rationale recorded'];
  }
  return [rule.hasRationale ? 'Why: ' : 'What: ', reason];
}

function indented(label: string, text: string): string[] {
  const lines = plainText(text.trim(), { keepLines: true })
    .split('\n')
    .map(line => line.trim());
  return [
    `      ${label}${lines[0]}`,
    ...lines.slice(1).map(line => `      ${line}`),
  ];
}
