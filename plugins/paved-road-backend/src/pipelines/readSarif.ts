import {
  Enforcement,
  PipelineRuleResult,
  PipelineSarif,
  ServiceFinding,
} from '@paved-road/backstage-plugin-paved-road-common';

type Run = PipelineSarif['runs'][number];
type Notification =
  Run['invocations'][number]['toolExecutionNotifications'][number];
type Location = Run['results'][number]['locations'][number];

/** What a run's SARIF says, in the words of the portal. */
export interface SarifReading {
  /** The rules that it says were evaluated. */
  evaluated: string[];
  /** Findings by the rule that they fail. */
  failures: Map<string, ServiceFinding[]>;
  /** Why a rule gave no verdict; the empty rule stands for all of them. */
  gaps: Map<string, string>;
  /** The digest of each document by its path, as they were read. */
  digests: [path: string, digest: string | undefined][];
  /** As the run itself names the bundle. */
  bundleDigest: unknown;
}

/** The rule of a gap that concerns them all. */
const ALL_RULES = '';

export function readSarif({ runs }: PipelineSarif): SarifReading {
  const [run] = runs;
  const failures = new Map<string, ServiceFinding[]>();
  for (const { ruleId, message, locations } of run?.results ?? []) {
    const findings = failures.get(ruleId) ?? [];
    findings.push(findingOf(message.text, locations[0]));
    failures.set(ruleId, findings);
  }
  return {
    evaluated: [
      ...new Set(run?.tool.driver.rules.map(({ id }) => id) ?? []),
    ].sort(),
    failures,
    gaps: new Map(gapsOf(run)),
    digests: (run?.artifacts ?? []).map(({ location, hashes }) => [
      pathOf(location.uri),
      hashes?.['sha-256'] && `sha256:${hashes['sha-256'].toLowerCase()}`,
    ]),
    bundleDigest: run?.properties.bundle,
  };
}

/** What the rules that fail or gave no verdict come to; a failure outweighs a gap. */
export function ruleResultsOf(
  { evaluated, failures, gaps }: SarifReading,
  rulesInForce: Iterable<string>,
  enforcementOf: (rule: string) => Enforcement,
): PipelineRuleResult[] {
  const named = new Set(evaluated);
  const all = new Set([...named, ...failures.keys(), ...rulesInForce]);
  all.delete(ALL_RULES);
  return [...all].sort().flatMap((rule): PipelineRuleResult[] => {
    const enforcement = enforcementOf(rule);
    const findings = failures.get(rule);
    if (findings) {
      return [{ rule, verdict: 'fail', enforcement, findings }];
    }
    const reason = named.has(rule)
      ? gaps.get(rule) ?? gaps.get(ALL_RULES)
      : 'The pipeline has not evaluated it';
    return reason === undefined
      ? []
      : [{ rule, verdict: 'unknown', enforcement, reason, findings: [] }];
  });
}

function gapsOf(run: Run | undefined): [string, string][] {
  const invocations = run?.invocations ?? [];
  const told = invocations
    .flatMap(invocation => invocation.toolExecutionNotifications)
    .map((notification): [string, string] => [
      ruleOf(notification),
      notification.message.text,
    ]);
  const ended =
    invocations.length > 0 &&
    invocations.every(({ executionSuccessful }) => executionSuccessful);
  return ended || told.length > 0
    ? told
    : [[ALL_RULES, 'The check has not come to a good end']];
}

function ruleOf({ associatedRule }: Notification): string {
  return associatedRule?.id ?? ALL_RULES;
}

function findingOf(
  message: string,
  location: Location | undefined,
): ServiceFinding {
  const { artifactLocation, region } = location?.physicalLocation ?? {};
  const [place] = location?.logicalLocations ?? [];
  return {
    document: artifactLocation ? pathOf(artifactLocation.uri) : '',
    resource: place?.name,
    propertyPath: place?.fullyQualifiedName ?? '',
    line: region?.startLine,
    column: region?.startColumn,
    message,
  };
}

/** The path that was made a URI of; an address that isn't one of ours stays as it is. */
function pathOf(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}
