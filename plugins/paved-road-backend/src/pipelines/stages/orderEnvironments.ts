/**
 * The environments to choose from: the default one first, then those with results
 * in the order of the configuration, then those that are configured no more.
 */
export function orderEnvironments(options: {
  byDefault: string;
  /** Which is always one of them. */
  asked: string;
  configured: string[];
  withResults: string[];
}): string[] {
  const { asked, byDefault, configured, withResults } = options;
  const shown = new Set([asked, ...withResults]);
  return [
    ...new Set([
      byDefault,
      ...configured.filter(name => shown.has(name)),
      ...[...shown].sort(),
    ]),
  ];
}
