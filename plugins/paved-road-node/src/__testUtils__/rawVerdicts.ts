import { execFile } from 'node:child_process';
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
  const output = await run(
    await locateBinary(),
    JSON.stringify({ rules, data: documents }),
  );
  return (JSON.parse(output) as RawEntry[]).map(
    entry =>
      new Map([
        ...entry.not_applicable.map(name => [name, 'skip'] as const),
        ...entry.compliant.map(name => [name, 'pass'] as const),
        ...entry.not_compliant.map(({ Rule }) => [Rule.name, 'fail'] as const),
      ]),
  );
}

function run(binary: string, input: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = execFile(
      binary,
      ['validate', '--payload', '--structured', '-o', 'json', '-S', 'none'],
      { maxBuffer: 1024 ** 3 },
      (error, stdout, stderr) =>
        !error || error.code === 19
          ? resolve(stdout)
          : reject(new Error(`cfn-guard ended: ${error.message} ${stderr}`)),
    );
    child.stdin?.end(input);
  });
}
