import {
  CheckReport,
  DocumentReport,
  Finding,
  RuleResult,
} from '@paved-road/backstage-plugin-paved-road-common';
import { Bundle } from '../packs/types';

/**
 * A report in JUnit's XML, as pipelines show test results: a suite for each
 * document, a case for each rule. What blocks is a failure, what is unknown an
 * error; a failure that only advises passes and is told in the case's output.
 *
 * @public
 */
export function toJunit(report: CheckReport, bundle: Bundle): string {
  const suites = report.documents.map(document => ({
    document,
    cases: document.results.map(result => toCase(document, result, bundle)),
  }));
  const all = suites.flatMap(({ cases }) => cases);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="Paved Road" ${counts(all)}>`,
    ...suites.flatMap(({ document, cases }) => [
      `  <testsuite name="${attribute(document.path)}" ${counts(cases)}>`,
      '    <properties>',
      property('bundle', report.bundle.digest),
      property('engine', `${report.engine.name} ${report.engine.version}`),
      property('document', document.digest),
      property('format', document.format),
      '    </properties>',
      ...cases.map(({ xml }) => xml),
      '  </testsuite>',
    ]),
    '</testsuites>',
    '',
  ].join('\n');
}

type Outcome = 'passed' | 'failure' | 'error' | 'skipped' | 'advice';

interface TestCase {
  outcome: Outcome;
  xml: string;
}

function toCase(
  document: DocumentReport,
  result: RuleResult,
  bundle: Bundle,
): TestCase {
  const outcome = outcomeOf(result);
  const title = bundle.rules.get(result.rule)?.title ?? result.rule;
  const name = `name="${attribute(result.rule)}" classname="${attribute(
    document.path,
  )}"`;
  const body = bodyOf(outcome, title, document, result);
  return {
    outcome,
    xml: body
      ? `    <testcase ${name}>${body}</testcase>`
      : `    <testcase ${name}/>`,
  };
}

function outcomeOf({ verdict, enforcement }: RuleResult): Outcome {
  switch (verdict) {
    case 'pass':
      return 'passed';
    case 'skip':
    case 'exempt':
      return 'skipped';
    case 'fail':
      return enforcement === 'block' ? 'failure' : 'advice';
    default:
      return 'error';
  }
}

function bodyOf(
  outcome: Outcome,
  title: string,
  document: DocumentReport,
  result: RuleResult,
): string {
  const findings = escape(
    result.findings.map(finding => lineOf(document, finding)).join('\n'),
  );
  switch (outcome) {
    case 'failure':
      return `<failure message="${attribute(title)}">${findings}</failure>`;
    case 'advice':
      return `<system-out>${escape(
        `Advice: ${title}`,
      )}\n${findings}</system-out>`;
    case 'error':
      return `<error message="${attribute(
        document.error ?? result.reason ?? 'No verdict was reached',
      )}"/>`;
    case 'skipped':
      return '<skipped/>';
    default:
      return '';
  }
}

function lineOf({ path }: DocumentReport, finding: Finding): string {
  const place = [path, finding.line, finding.column]
    .filter(part => part !== undefined)
    .join(':');
  return [
    `${place} ${finding.resource ?? finding.propertyPath}: ${finding.message}`,
    ...(finding.remediation ? [`Fix: ${finding.remediation}`] : []),
  ].join('\n');
}

function counts(cases: TestCase[]): string {
  const count = (outcome: Outcome) =>
    cases.filter(testCase => testCase.outcome === outcome).length;
  return `tests="${cases.length}" failures="${count(
    'failure',
  )}" errors="${count('error')}" skipped="${count('skipped')}"`;
}

function property(name: string, value: string): string {
  return `      <property name="${name}" value="${attribute(value)}"/>`;
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

// eslint-disable-next-line no-control-regex -- XML 1.0 knows none of these
const notXml = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** Text for an element; what XML can't hold at all is replaced. */
function escape(text: string): string {
  return text
    .replace(notXml, '\ufffd')
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(/[&<>"']/g, character => entities[character]);
}

/** Text for an attribute, whose line breaks a reader would take for spaces. */
function attribute(text: string): string {
  return escape(text).replace(
    /[\t\n\r]/g,
    character => `&#${character.charCodeAt(0)};`,
  );
}
