import { failureKind, failureMessage } from '../../shared/failure';
import { Outlook } from './useOutlook';

const NAMED = 3;

/**
 * Why what is chosen can't be sent yet, as far as the check says so. Where no
 * answer comes from it, the backend decides when the change is sent.
 */
export function outlookReason(
  outlook: Pick<Outlook, 'answers' | 'isCurrent'>,
): string | undefined {
  const { answers, isCurrent } = outlook;
  if (!answers || !isCurrent) {
    return 'It has to be checked first.';
  }
  const { loading, value, error } = answers.preflight;
  if (loading) {
    return 'The rules are being asked.';
  }
  if (error && failureKind(error) === 'forbidden') {
    return failureMessage(error);
  }
  if (!value?.stops) {
    return undefined;
  }
  const stopping = value.results.filter(
    ({ enforcement }) => enforcement === 'block',
  );
  if (stopping.length === 0) {
    return 'Nothing could be checked, so it is stopped.';
  }
  const named = stopping
    .slice(0, NAMED)
    .map(({ title, rule }) => title ?? rule)
    .join(', ');
  const more = stopping.length - NAMED;
  return `Rules stop it: ${named}${more > 0 ? ` and ${more} more` : ''}.`;
}
