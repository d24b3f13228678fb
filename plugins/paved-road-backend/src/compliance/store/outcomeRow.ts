import {
  overallVerdictSchema,
  severitySchema,
  unknownReasonSchema,
} from '@paved-road/backstage-plugin-paved-road-common';
import { CheckEnd, CheckOutcome } from '../checks';

/** A row of `check_outcomes`, as far as a check's end says it. */
export function toOutcomeRow(end: CheckEnd, digest: string | undefined) {
  if (end.state === 'failed') {
    return { state: end.state, error: plainText(end.error) };
  }
  return {
    state: end.state,
    bundle_digest: end.bundleDigest,
    environment: end.environment,
    engine_name: end.engine.name,
    engine_version: end.engine.version,
    verdict: end.verdict,
    reason_code: end.reason?.code,
    reason_message: end.reason && plainText(end.reason.message),
    counts: JSON.stringify(end.counts),
    worst_severity: end.worstSeverity,
    content_digest: digest,
    source_key: end.source?.key,
    source_etag: end.source?.etag,
  };
}

/** PostgreSQL takes neither NUL nor half a character. */
function plainText(text: string): string {
  return (
    Buffer.from(text)
      .toString()
      // eslint-disable-next-line no-control-regex -- these are what is to go
      .replace(/[\u0000-\u001f\u007f]+/g, ' ')
  );
}

/** A row of `check_outcomes`, as both databases answer it. */
export interface OutcomeRow {
  state: string;
  started_at: string;
  finished_at: string;
  error: string | null;
  bundle_digest: string | null;
  environment: string | null;
  engine_name: string | null;
  engine_version: string | null;
  verdict: string | null;
  reason_code: string | null;
  reason_message: string | null;
  counts: string | null;
  worst_severity: string | null;
  content_digest: string | null;
  source_key: string | null;
  source_etag: string | null;
}

export const outcomeColumns = [
  'state',
  'started_at',
  'finished_at',
  'error',
  'bundle_digest',
  'environment',
  'engine_name',
  'engine_version',
  'verdict',
  'reason_code',
  'reason_message',
  'counts',
  'worst_severity',
  'content_digest',
  'source_key',
  'source_etag',
] as const satisfies (keyof OutcomeRow)[];

export function fromOutcomeRow(row: OutcomeRow): CheckOutcome {
  const times = { startedAt: row.started_at, finishedAt: row.finished_at };
  if (row.state === 'failed') {
    return { ...times, state: 'failed', error: String(row.error) };
  }
  return {
    ...times,
    state: 'finished',
    bundleDigest: String(row.bundle_digest),
    environment: String(row.environment),
    engine: {
      name: String(row.engine_name),
      version: String(row.engine_version),
    },
    verdict: overallVerdictSchema.parse(row.verdict),
    reason: row.reason_code
      ? unknownReasonSchema.parse({
          code: row.reason_code,
          message: row.reason_message,
        })
      : undefined,
    counts: JSON.parse(String(row.counts)),
    worstSeverity: row.worst_severity
      ? severitySchema.parse(row.worst_severity)
      : undefined,
    contentDigest: String(row.content_digest),
    source:
      row.source_key && row.source_etag
        ? { key: row.source_key, etag: row.source_etag }
        : undefined,
  };
}
