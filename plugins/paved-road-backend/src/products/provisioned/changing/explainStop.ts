import { Preflight } from '@paved-road/backstage-plugin-paved-road-common';

/** So many rules are named; the rest is counted. */
const NAMED = 5;

/** Why the rules stop a change, and what is to be done about it. */
export function explainStop(preflight: Preflight): string {
  const { environment, problem, results } = preflight;
  const stopping = results.filter(({ enforcement }) => enforcement === 'block');
  if (stopping.length === 0) {
    return `It is not launched in ${environment}, since the rules can’t be asked: ${
      problem ?? 'nothing is known'
    }`;
  }
  const named = stopping.slice(0, NAMED).map(({ rule, title, verdict }) => {
    const what = title ? `${rule} (${title})` : rule;
    return verdict === 'unknown' ? `${what}, of which nothing is known` : what;
  });
  const rest = stopping.length - named.length;
  return `The rules of ${environment} stop it: ${named.join('; ')}${
    rest > 0 ? `; and ${rest} more` : ''
  }. The pre-flight says how to comply`;
}
