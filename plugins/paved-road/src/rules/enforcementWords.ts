import { Enforcement } from '@paved-road/backstage-plugin-paved-road-common';

/** What a failure does in which environment, as short as it can be said. */
export function enforcementWords(
  enforcement: Record<string, Enforcement>,
): string {
  const environments = Object.keys(enforcement);
  const blocking = environments.filter(name => enforcement[name] === 'block');
  if (blocking.length === 0) {
    return 'Advises everywhere';
  }
  return blocking.length === environments.length
    ? 'Blocks everywhere'
    : `Blocks ${blocking.join(', ')}`;
}
