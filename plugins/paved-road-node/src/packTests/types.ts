/**
 * What one test case says of one rule.
 *
 * @public
 */
export interface PackTestResult {
  /** The rule's name, without its pack. */
  rule: string;
  /** The case's name, or its place in the file where it has none. */
  test: string;
  expected: 'PASS' | 'FAIL' | 'SKIP';
  /** What the engine said; more than one where the rule is declared repeatedly. */
  actual: string[];
  passed: boolean;
}

/**
 * The outcome of one tests file.
 *
 * @public
 */
export interface PackTestFile {
  /** Relative to the pack's root, with forward slashes. */
  path: string;
  results: PackTestResult[];
  /** Why the tests could not run, or not all of them. */
  errors: string[];
}

/**
 * The outcome of a pack's unit tests.
 *
 * @public
 */
export interface PackTestReport {
  files: PackTestFile[];
  /** Rules that no test expects anything of. */
  untested: { rule: string; path: string }[];
  /** True where every test ran and every expectation was met. */
  passed: boolean;
}
