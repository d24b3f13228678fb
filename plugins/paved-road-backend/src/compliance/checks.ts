import {
  CheckedDocument,
  Enforcement,
  EngineInfo,
  OverallVerdict,
  ServiceFinding,
  Severity,
  UnknownReason,
  Verdict,
  VerdictCounts,
} from '@paved-road/backstage-plugin-paved-road-common';
import { Requester } from '../readRequester';

/** A check as it was asked for. */
export interface RequestedCheck {
  id: string;
  entityRef: string;
  trigger: 'schedule' | 'request';
  /** Absent for the schedule. */
  requester?: Requester;
  requestedAt: string;
}

/** One rule's verdict over all documents of a check, as it is kept. */
export interface RuleVerdict {
  rule: string;
  verdict: Verdict;
  enforcement: Enforcement;
  /** Why the verdict is `unknown`. */
  reason?: string;
  findings: ServiceFinding[];
}

/** What was looked at and what was found; recurs unchanged from check to check. */
export interface CheckContent {
  documents: Omit<CheckedDocument, 'viewUrl'>[];
  results: RuleVerdict[];
}

/** The version of a service's documents that a check looked at. */
export interface SourceVersion {
  /** Digest of the source's URL, the patterns and the limits. */
  key: string;
  /** As the host names the version. */
  etag: string;
}

/** What a check found, without its content. */
export interface CheckConclusion {
  bundleDigest: string;
  environment: string;
  engine: EngineInfo;
  verdict: OverallVerdict;
  /** Why the verdict isn't `pass` where nothing failed. */
  reason?: UnknownReason;
  counts: VerdictCounts;
  worstSeverity?: Severity;
  /** Absent where the next check has to look at everything anew. */
  source?: SourceVersion;
}

/** How a check ended. */
export type CheckEnd =
  | ({ state: 'finished' } & CheckConclusion & { content: CheckContent })
  | ({ state: 'finished' } & CheckConclusion & { contentDigest: string })
  | { state: 'failed'; error: string };

/** How a check ended, as it is kept. */
export type CheckOutcome = { startedAt: string; finishedAt: string } & (
  | ({ state: 'finished' } & CheckConclusion & { contentDigest: string })
  | { state: 'failed'; error: string }
);

export type FinishedOutcome = Extract<CheckOutcome, { state: 'finished' }>;

/** A check and how far it has come. */
export type KeptCheck = RequestedCheck &
  (
    | { state: 'queued' }
    | { state: 'running'; startedAt: string }
    | { state: 'ended'; outcome: CheckOutcome }
  );

/** All that a service's status is derived from. */
export interface ServiceStanding {
  entityRef: string;
  /** The newest check that has finished. */
  finished?: { checkId: string; outcome: FinishedOutcome };
  /** Why the newest check failed, where it is newer than `finished`. */
  failure?: { error: string; failedAt: string };
  /** The check that runs, or else the one that waits. */
  pending?: { checkId: string; state: 'queued' | 'running' };
}
