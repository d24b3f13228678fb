import {
  CheckReport,
  DocumentReport,
  Finding,
  RuleResult,
} from '@paved-road/backstage-plugin-paved-road-common';
import { digestOf } from '../digest';
import { Bundle, PackRule } from '../packs/types';
import { toSarifRule } from './sarifRule';
import {
  SarifArtifact,
  SarifArtifactLocation,
  SarifLevel,
  SarifLocation,
  SarifLog,
  SarifNotification,
  SarifResult,
} from './sarifTypes';

const SCHEMA =
  'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';
const SOURCE_ROOT = 'SRCROOT';
const UNREADABLE = 'unreadable-document';
const UNKNOWN = 'unknown-verdict';

/** @public */
export interface SarifOptions {
  /** Where a person reads about a rule; the rule's own link where absent. */
  ruleUrl?: (rule: PackRule) => string | undefined;
}

/**
 * A report in SARIF 2.1.0. A finding is a result: an `error` where it blocks, a
 * `warning` where the rule only advises. What is unknown is no result, but a
 * notification of an invocation that was not successful.
 *
 * @public
 */
export function toSarif(
  report: CheckReport,
  bundle: Bundle,
  options: SarifOptions = {},
): SarifLog {
  const rules = rulesOf(report, bundle);
  const indexes = new Map(rules.map(({ id }, index) => [id, index]));
  const places = report.documents.map(({ path }, index) => ({
    ...artifactLocation(path),
    index,
  }));
  const notifications = report.documents.flatMap((document, index) =>
    notificationsOf(document, places[index], indexes),
  );
  return {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Paved Road',
            rules: rules.map(rule =>
              toSarifRule(rule, levelIn(report, rule), options.ruleUrl?.(rule)),
            ),
            notifications: [
              {
                id: UNREADABLE,
                shortDescription: { text: 'A document could not be checked' },
              },
              {
                id: UNKNOWN,
                shortDescription: { text: 'A rule gave no verdict' },
              },
            ],
          },
        },
        properties: {
          bundle: report.bundle.digest,
          engine: `${report.engine.name} ${report.engine.version}`,
          verdict: report.verdict,
        },
        originalUriBaseIds: {
          [SOURCE_ROOT]: {
            description: { text: 'Where the documents’ paths begin' },
          },
        },
        artifacts: report.documents.map(({ digest }, index) =>
          artifactOf(places[index], digest),
        ),
        columnKind: 'unicodeCodePoints',
        invocations: [
          {
            executionSuccessful: notifications.length === 0,
            toolExecutionNotifications: notifications,
          },
        ],
        results: report.documents.flatMap((document, index) =>
          resultsOf(document, places[index], indexes),
        ),
      },
    ],
  };
}

/** The rules that the report speaks of, in the bundle's order. */
function rulesOf(report: CheckReport, bundle: Bundle): PackRule[] {
  const named = new Set(
    report.documents.flatMap(({ results }) => results.map(({ rule }) => rule)),
  );
  return [...bundle.rules.values()].filter(({ id }) => named.has(id));
}

function levelIn(report: CheckReport, rule: PackRule): SarifLevel {
  const result = report.documents[0]?.results.find(
    candidate => candidate.rule === rule.id,
  );
  return result ? levelOf(result) : 'warning';
}

function levelOf({ enforcement }: RuleResult): SarifLevel {
  return enforcement === 'block' ? 'error' : 'warning';
}

function artifactLocation(path: string): SarifArtifactLocation {
  const encoded = path
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(/^(?:\.\/+)+/, '')
    .split('/')
    .map(encodeURIComponent)
    .join('/');
  return path.startsWith('/')
    ? { uri: `file://${encoded}` }
    : { uri: encoded, uriBaseId: SOURCE_ROOT };
}

function artifactOf(
  { uri, uriBaseId }: SarifArtifactLocation,
  digest: string,
): SarifArtifact {
  return {
    location: { uri, uriBaseId },
    hashes: { 'sha-256': digest.replace(/^sha256:/, '') },
  };
}

function resultsOf(
  document: DocumentReport,
  place: SarifArtifactLocation,
  indexes: Map<string, number>,
): SarifResult[] {
  const seen = new Map<string, number>();
  return document.results
    .filter(({ verdict }) => verdict === 'fail')
    .flatMap(result => {
      // A failure without a finding is still one.
      const findings: Finding[] =
        result.findings.length > 0
          ? result.findings
          : [{ propertyPath: '', message: `${result.rule} fails` }];
      return findings.map(finding => {
        const identity = JSON.stringify([
          result.rule,
          document.path,
          finding.resource ?? '',
          finding.propertyPath,
          finding.message,
        ]);
        const repetition = seen.get(identity) ?? 0;
        seen.set(identity, repetition + 1);
        return {
          ruleId: result.rule,
          ruleIndex: indexes.get(result.rule) ?? -1,
          kind: 'fail' as const,
          level: levelOf(result),
          message: { text: messageOf(finding) },
          locations: [locationOf(finding, place)],
          // Lines move with every edit above them; these stay.
          partialFingerprints: {
            'pavedRoadFinding/v1': digestOf(`${identity} ${repetition}`),
          },
        };
      });
    });
}

function messageOf({ resource, message, remediation }: Finding): string {
  return [
    resource ? `${resource}: ${message}` : message,
    ...(remediation ? [`Fix: ${remediation}`] : []),
  ].join('\n');
}

function locationOf(
  { resource, propertyPath, line, column }: Finding,
  place: SarifArtifactLocation,
): SarifLocation {
  const fullyQualifiedName = propertyPath || resource;
  return {
    physicalLocation: {
      artifactLocation: place,
      ...(line ? { region: { startLine: line, startColumn: column } } : {}),
    },
    ...(fullyQualifiedName
      ? {
          logicalLocations: [
            { name: resource, fullyQualifiedName, kind: 'resource' },
          ],
        }
      : {}),
  };
}

function notificationsOf(
  document: DocumentReport,
  place: SarifArtifactLocation,
  indexes: Map<string, number>,
): SarifNotification[] {
  const locations = [{ physicalLocation: { artifactLocation: place } }];
  if (document.error !== undefined) {
    const message = {
      text: `${document.path} could not be checked: ${document.error}`,
    };
    return [
      { descriptor: { id: UNREADABLE }, level: 'error', message, locations },
    ];
  }
  return document.results
    .filter(({ verdict }) => verdict === 'unknown')
    .map(({ rule, reason }) => ({
      descriptor: { id: UNKNOWN },
      level: 'error',
      message: {
        text: `${rule} gave no verdict on ${document.path}: ${
          reason ?? 'no reason is known'
        }`,
      },
      associatedRule: { id: rule, index: indexes.get(rule) ?? -1 },
      locations,
    }));
}
