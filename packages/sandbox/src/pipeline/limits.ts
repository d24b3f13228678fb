const KIB = 1024;
const MIB = 1024 * KIB;

/** What a run takes at most, so that no build takes the machine. */
export const limits = {
  /** Runs that are worked on at the same time. */
  runsAtOnce: 2,
  /** Runs of a repository that are remembered, the newest ones. */
  runsKept: 100,
  /** Bytes of a step's log; what is beyond is left out. */
  logBytes: MIB,
  /** Bytes of the file that says how a team builds, and of the workflow. */
  fileBytes: 64 * KIB,
  buildMs: 10 * 60_000,
  checkMs: 5 * 60_000,
  deployMs: 5 * 60_000,
  artefactFiles: 5_000,
  artefactBytes: 100 * MIB,
  /** Files of a workspace that are looked at for the artefact. */
  workspaceFiles: 200_000,
  reportBytes: 32 * MIB,
  findings: 20,
};
