import {
  CheckReport,
  Finding,
  PavedRoadClient,
  RuleResult,
  severities,
  Severity,
} from '@paved-road/backstage-plugin-paved-road-common';
import { isBlocking, isFailure } from './countResults';
import { plainLine } from '../../plainLine';

/** What is recorded of a rule, as far as a person is told of it in the log. */
export interface RecordedRule {
  title: string;
  severity?: Severity;
}

/** One rule that one document fails. */
export interface Failure {
  document: string;
  result: RuleResult;
  rule?: RecordedRule;
}

/** The failures, what blocks and is most severe first. */
export function failuresOf(
  { documents }: CheckReport,
  rules: Map<string, RecordedRule>,
): Failure[] {
  return documents
    .flatMap(({ path, results }) =>
      results.filter(isFailure).map(result => ({
        document: path,
        result,
        rule: rules.get(result.rule),
      })),
    )
    .sort(
      (a, b) =>
        Number(isBlocking(b.result)) - Number(isBlocking(a.result)) ||
        rankOf(a.rule) - rankOf(b.rule),
    );
}

function rankOf(rule: RecordedRule | undefined): number {
  return rule?.severity ? severities.indexOf(rule.severity) : severities.length;
}

/** Such as `Buckets are private [acme/bucket_is_private]`. */
export function nameOf(id: string, rule: RecordedRule | undefined): string {
  return rule ? `${plainLine(rule.title)} [${id}]` : id;
}

/** What the rules themselves say of how to comply, where their findings don't. */
export async function readRemediations(
  client: PavedRoadClient,
  failures: Failure[],
): Promise<Map<string, string>> {
  const silent = failures.filter(({ result }) =>
    result.findings.every(({ remediation }) => !remediation),
  );
  const ids = [...new Set(silent.map(({ result }) => result.rule))];
  const found = await Promise.all(
    ids.map(async id => {
      const slash = id.indexOf('/');
      const { remediation } = await client.getRule({
        pack: id.slice(0, slash),
        name: id.slice(slash + 1),
      });
      return [id, remediation] as const;
    }),
  );
  return new Map(
    found.flatMap(([id, text]) => (text ? [[id, text] as const] : [])),
  );
}

/** Where a finding is, such as `infra/a.yaml:5 (Logs)`. */
export function placeOf(
  document: string,
  { line, resource }: Pick<Finding, 'line' | 'resource'>,
): string {
  const place = line === undefined ? document : `${document}:${line}`;
  return plainLine(resource === undefined ? place : `${place} (${resource})`);
}
