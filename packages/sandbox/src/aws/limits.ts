/** What the sandbox AWS takes at most, so that one request can't take the machine. */
export const limits = {
  requestBytes: 4 * 1024 * 1024,
  templateBytes: 1024 * 1024,
  /** Calls that the control address can tell of, the newest ones. */
  calls: 10_000,
  connections: 256,
  /**
   * Longer than clients keep an idle connection, so that none of them sends a
   * request on one that is being closed and is hung up on.
   */
  idleConnectionMs: 65_000,
};
