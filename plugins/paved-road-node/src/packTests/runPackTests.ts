import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { InputError, toError } from '@backstage/errors';
import pLimit from 'p-limit';
import { locateBinary, requireExecutable } from '../engine/locateBinary';
import { findRuleDeclarations } from '../packs/guardSource';
import { guardPathOfTests, isGuardFile, isTestsFile } from '../packs/packPaths';
import { readPackDirectory } from '../packs/readPackDirectory';
import { PackFile } from '../packs/types';
import { readUnitTests, UnitTest } from '../packs/unitTests';
import { EvaluatedCase, runGuardTests } from './runGuardTests';
import { PackTestFile, PackTestReport, PackTestResult } from './types';

/** @public */
export interface RunPackTestsOptions {
  directory: string;
  /** Path of a `cfn-guard` binary; the npm package's own where absent. */
  binary?: string;
  /** How long one tests file may take; 60 seconds where absent. */
  timeoutMs?: number;
  signal?: AbortSignal;
}

/**
 * Runs the unit tests that lie beside a pack's rules, `tests/<rule>_tests.yml`,
 * with the engine itself.
 *
 * @throws InputError where the directory holds no rules or can't be read;
 * ServiceUnavailableError where the engine can't be started.
 * @public
 */
export async function runPackTests(
  options: RunPackTestsOptions,
): Promise<PackTestReport> {
  const { binary, timeoutMs = 60_000, signal } = options;
  const root = resolve(options.directory);
  const { files } = await readPackDirectory(root);
  const guardFiles = new Map(
    files
      .filter(({ path }) => isGuardFile(path))
      .map(({ path, text }) => [path, ruleNamesOf(text)]),
  );
  if (guardFiles.size === 0) {
    throw new InputError(`There are no rules in ${root}: no .guard file`);
  }
  if (binary) {
    await requireExecutable(binary);
  }
  const engine = binary ?? (await locateBinary());
  const limit = pLimit(availableParallelism());
  const outcomes = await Promise.all(
    files
      .filter(({ path }) => isTestsFile(path))
      .map(file =>
        limit(() =>
          testFile(file, guardFiles, guardPath =>
            runGuardTests({
              binary: engine,
              guardFile: join(root, guardPath),
              testsFile: join(root, file.path),
              timeoutMs,
              signal,
            }),
          ),
        ),
      ),
  );
  signal?.throwIfAborted();
  return {
    files: outcomes,
    untested: findUntested(guardFiles, outcomes),
    passed: outcomes.every(
      ({ results, errors }) =>
        errors.length === 0 && results.every(({ passed }) => passed),
    ),
  };
}

function ruleNamesOf(text: string): string[] {
  return [...new Set(findRuleDeclarations(text).map(({ name }) => name))];
}

async function testFile(
  { path, text }: PackFile,
  guardFiles: Map<string, string[]>,
  run: (guardPath: string) => Promise<EvaluatedCase[]>,
): Promise<PackTestFile> {
  const guardPath = guardPathOfTests(path);
  const declared = guardPath && guardFiles.get(guardPath);
  if (!guardPath || !declared) {
    const error = guardPath
      ? `belongs to no rule file: there is no ${guardPath}`
      : 'belongs to no rule file: name it <rule>_tests.yml after its rule';
    return { path, results: [], errors: [error] };
  }
  try {
    const tests = readUnitTests(text);
    if (tests.length === 0) {
      throw new Error('holds no test case');
    }
    return { path, ...compare(tests, await run(guardPath), declared) };
  } catch (error) {
    return { path, results: [], errors: [toError(error).message] };
  }
}

/**
 * The engine passes over expectations of rules that the file doesn't declare,
 * so every one has to be found in its answer.
 */
function compare(
  tests: UnitTest[],
  evaluated: EvaluatedCase[],
  declared: string[],
): Omit<PackTestFile, 'path'> {
  const results: PackTestResult[] = [];
  const errors: string[] = [];
  tests.forEach(({ name, expected }, index) => {
    const test = name || `case ${index + 1}`;
    for (const [rule, expectation] of Object.entries(expected)) {
      const outcome = evaluated[index]?.get(rule);
      if (!outcome) {
        errors.push(
          declared.includes(rule)
            ? `${test}: the engine gave no verdict for ${rule}`
            : `${test}: expects something of ${rule}, which the rule file does not declare`,
        );
        continue;
      }
      results.push({ rule, test, expected: expectation, ...outcome });
    }
    if (Object.keys(expected).length === 0) {
      errors.push(`${test}: expects nothing`);
    }
  });
  return { results, errors };
}

function findUntested(
  guardFiles: Map<string, string[]>,
  outcomes: PackTestFile[],
): PackTestReport['untested'] {
  const tested = new Set(
    outcomes.flatMap(({ path, results }) =>
      results.map(({ rule }) => `${guardPathOfTests(path)} ${rule}`),
    ),
  );
  return [...guardFiles].flatMap(([path, names]) =>
    names
      .filter(name => !tested.has(`${path} ${name}`))
      .map(rule => ({ rule, path })),
  );
}
