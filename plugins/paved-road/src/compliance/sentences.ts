import {
  ServiceStatus,
  UnknownReason,
  VerdictCounts,
} from '@paved-road/backstage-plugin-paved-road-common';
import { count } from '../shared/words';

/**
 * A service's status as one sentence: what must be fixed, what is not known,
 * or that all is well.
 *
 * @param environment - the one whose enforcement the counts show, where known
 */
export function statusSentence(
  status: Pick<ServiceStatus, 'verdict' | 'reason' | 'counts'>,
  environment?: string,
): string {
  const { counts } = status;
  switch (status.verdict) {
    case 'fail':
      return failureSentence(counts, environment);
    case 'unknown':
      return (
        status.reason?.message ?? 'Whether this service complies is not known.'
      );
    default:
      return passSentence(counts);
  }
}

const UNKNOWN: Record<UnknownReason['code'], string> = {
  'never-checked': 'Not checked yet',
  'no-documents': 'No document was found',
  'document-error': 'Not every document can be read',
  'rule-error': 'Not every rule can be evaluated',
  stale: 'The newest check is too old',
  'check-failed': 'The newest check failed',
};

/** The same as a title, with the details of the unknown left to say below. */
export function statusTitle(
  status: Pick<ServiceStatus, 'verdict' | 'reason' | 'counts'>,
  environment?: string,
): string {
  return status.verdict === 'unknown' && status.reason
    ? UNKNOWN[status.reason.code]
    : statusSentence(status, environment);
}

function failureSentence(counts: VerdictCounts, environment?: string): string {
  const place = environment ? ` ${environment}` : '';
  if (counts.blocking === 0) {
    return `${count(
      counts.advising,
      'rule advises',
      'rules advise',
    )} a change; nothing blocks${place}`;
  }
  const blocked = `${count(
    counts.blocking,
    'rule blocks',
    'rules block',
  )}${place}`;
  return counts.advising > 0
    ? `${blocked}, ${counts.advising} more ${
        counts.advising === 1 ? 'advises' : 'advise'
      }`
    : blocked;
}

function passSentence(counts: VerdictCounts): string {
  const exempt = counts.exempt > 0 ? `, ${counts.exempt} exempt` : '';
  if (counts.pass === 0 && counts.exempt === 0) {
    return 'No rule applies to this service';
  }
  return `${count(
    counts.pass,
    'rule that applies passes',
    'rules that apply pass',
  )}${exempt}`;
}

/** What fails, in the few words of a table's cell; empty where nothing does. */
export function failureCounts(
  counts: Pick<VerdictCounts, 'blocking' | 'advising'>,
): string {
  return [
    counts.blocking > 0 &&
      `${counts.blocking} ${counts.blocking === 1 ? 'blocks' : 'block'}`,
    counts.advising > 0 &&
      `${counts.advising} ${counts.advising === 1 ? 'advises' : 'advise'}`,
  ]
    .filter(Boolean)
    .join(', ');
}
