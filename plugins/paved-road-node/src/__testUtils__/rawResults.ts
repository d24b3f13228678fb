import { execFile } from 'node:child_process';
import { Finding } from '@paved-road/backstage-plugin-paved-road-common';
import { ReadDocument } from '../documents/types';
import { toFindings } from '../engine/findings';
import { GuardRule } from '../engine/guardOutput';
import { locateBinary } from '../engine/locateBinary';

export interface RawResult {
  verdict: 'pass' | 'fail' | 'skip';
  findings: Finding[];
}

interface RawEntry {
  not_compliant: { Rule: GuardRule }[];
  compliant: string[];
  not_applicable: string[];
}

/**
 * What `cfn-guard validate` itself says of each whole document with all the
 * rules, by the rule's name, with nothing of this package in between but the way
 * to the binary; what failed in it is read as everywhere.
 *
 * @throws Error where it says nothing.
 */
export async function rawResults(
  rules: string[],
  documents: ReadDocument[],
): Promise<Map<string, RawResult>[]> {
  const output = await run(
    await locateBinary(),
    JSON.stringify({ rules, data: documents.map(({ text }) => text) }),
  );
  return (JSON.parse(output) as RawEntry[]).map((entry, index) => {
    const results = new Map<string, RawResult>();
    entry.not_applicable.forEach(name =>
      results.set(name, { verdict: 'skip', findings: [] }),
    );
    entry.compliant.forEach(name =>
      results.set(name, { verdict: 'pass', findings: [] }),
    );
    const failed = new Map<string, Finding[]>();
    for (const { Rule } of entry.not_compliant) {
      const before = failed.get(Rule.name) ?? [];
      failed.set(Rule.name, [...before, ...toFindings(Rule, documents[index])]);
    }
    failed.forEach((findings, name) =>
      results.set(name, { verdict: 'fail', findings }),
    );
    return results;
  });
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
