/** What the exit code tells a script; see ADR 0005. */
export const exitCodes = {
  /** Nothing blocks. */
  goOn: 0,
  /** Something blocks. */
  blocked: 1,
  /** An input, a rule or the usage is wrong: the check isn't complete. */
  incomplete: 2,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
