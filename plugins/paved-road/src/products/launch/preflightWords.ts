import { Preflight } from '@paved-road/backstage-plugin-paved-road-common';
import { VerdictKind } from '../../shared/verdict';
import { count } from '../../shared/words';

/** How the whole of a pre-flight is shown. What is not known never passes. */
export function preflightKind(preflight: Preflight): VerdictKind {
  const { verdict, blocking, problem } = preflight;
  if (problem || verdict === 'unknown') {
    return 'unknown';
  }
  if (verdict === 'fail') {
    return blocking > 0 ? 'blocks' : 'advises';
  }
  return preflight.stops ? 'unknown' : 'pass';
}

/** What the rules say, in one sentence. */
export function preflightSentence(preflight: Preflight): string {
  const { blocking, advising, unknown, passed, stops } = preflight;
  const parts = [
    blocking > 0 && count(blocking, 'rule stops it', 'rules stop it'),
    advising > 0 &&
      count(advising, 'rule advises a change', 'rules advise a change'),
    unknown > 0 && `of ${count(unknown, 'rule')} nothing is known`,
  ].filter(Boolean);
  if (preflight.problem) {
    return stops
      ? 'Nothing could be checked, so it is stopped'
      : 'Nothing could be checked';
  }
  if (parts.length > 0) {
    const said = parts.join(', ');
    return `${said.charAt(0).toUpperCase()}${said.slice(1)}${endOf(preflight)}`;
  }
  switch (preflightKind(preflight)) {
    case 'pass':
      return passed > 0
        ? `${count(
            passed,
            'rule that applies passes',
            'rules that apply pass',
          )}`
        : 'No rule applies to it';
    default:
      return `Whether the rules are kept is not known${endOf(preflight)}`;
  }
}

function endOf({ stops, blocking }: Preflight): string {
  if (!stops) {
    return '; nothing stops it';
  }
  return blocking > 0 ? '' : '; that stops it';
}
