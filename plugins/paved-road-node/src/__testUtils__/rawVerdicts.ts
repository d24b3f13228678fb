import { spawnSync } from 'node:child_process';
import { locateBinary } from '../engine/locateBinary';

/** `pass`, `fail` or `skip`, by the rule's name. */
export type RawVerdicts = Map<string, string>;

interface RawEntry {
  not_compliant: { Rule: { name: string } }[];
  compliant: string[];
  not_applicable: string[];
}

/**
 * What `cfn-guard validate` itself says of each document with all the rules,
 * with nothing of this package in between but the way to the binary.
 *
 * @throws Error where it says nothing.
 */
export async function rawVerdicts(
  rules: string[],
  documents: string[],
): Promise<RawVerdicts[]> {
  const { stdout, stderr, status } = spawnSync(
    await locateBinary(),
    ['validate', '--payload', '--structured', '-o', 'json', '-S', 'none'],
    {
      input: JSON.stringify({ rules, data: documents }),
      encoding: 'utf8',
      maxBuffer: 1024 ** 3,
    },
  );
  if (status !== 0 && status !== 19) {
    throw new Error(`cfn-guard ended with ${status}: ${stderr}`);
  }
  return (JSON.parse(stdout) as RawEntry[]).map(
    entry =>
      new Map([
        ...entry.not_applicable.map(name => [name, 'skip'] as const),
        ...entry.compliant.map(name => [name, 'pass'] as const),
        ...entry.not_compliant.map(({ Rule }) => [Rule.name, 'fail'] as const),
      ]),
  );
}
