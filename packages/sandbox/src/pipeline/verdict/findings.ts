import { CheckReport } from '@paved-road/backstage-plugin-paved-road-common';
import { limits } from '../limits';
import { RunFinding } from '../model';

/** What blocks, as a person has to know it: the rule, where, and how to comply. */
export function findingsOf({ documents }: CheckReport): RunFinding[] {
  return documents
    .flatMap(({ path, results }) =>
      results
        .filter(
          ({ verdict, enforcement }) =>
            verdict === 'fail' && enforcement === 'block',
        )
        .flatMap(({ rule, findings }) => {
          const [first] = findings;
          return [
            {
              rule,
              document: path,
              message: first?.message ?? 'This rule fails here.',
              resource: first?.resource,
              place:
                first &&
                [first.propertyPath, first.line && `line ${first.line}`]
                  .filter(Boolean)
                  .join(', '),
              remediation: first?.remediation,
            },
          ];
        }),
    )
    .slice(0, limits.findings);
}

/** In one line: the first rule that blocks, why, and how many more there are. */
export function inWords(findings: RunFinding[]): string {
  const [{ rule, message }] = findings;
  const more = findings.length > 1 ? ` (and ${findings.length - 1} more)` : '';
  return `${rule}: ${message}${more}`;
}
