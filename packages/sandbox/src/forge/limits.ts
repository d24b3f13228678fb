const KIB = 1024;
const MIB = 1024 * KIB;

/** What the forge takes and gives at most, so that one request can't take the machine. */
export const limits = {
  /** Bytes of one push, before and after decompression. */
  pushBytes: 64 * MIB,
  /** Bytes of a file that the API sends inside JSON; larger ones only raw, as on GitHub. */
  inlineBytes: MIB,
  /** Bytes of a file that the API and the raw address send at all. */
  fileBytes: 100 * MIB,
  /** Bytes and lines of a file that a page shows. */
  pageBytes: MIB,
  pageLines: 20_000,
  /** Bytes of one request to the API; a file in it is written as base64. */
  apiBytes: 24 * MIB,
  /** Bytes of `CODEOWNERS`, as on GitHub. */
  codeOwnersBytes: 3 * MIB,
  /** Statuses of one commit, as on GitHub of one commit and context. */
  statuses: 1_000,
  /** Reviews of one pull request. */
  reviews: 1_000,
  /** Entries of one recursive listing; beyond it the answer says `truncated`, as on GitHub. */
  treeEntries: 100_000,
  /** Bytes that a git command may print where its output is kept in memory. */
  outputBytes: 64 * MIB,
  /** git processes at the same time, over all requests. */
  gitProcesses: 16,
  gitTimeoutMs: 60_000,
  connections: 256,
  /**
   * Longer than clients keep an idle connection, so that none of them sends a
   * request on one that is being closed and is hung up on.
   */
  idleConnectionMs: 65_000,
};
