import { ChosenParameter } from '@paved-road/backstage-plugin-paved-road-common';
import { KeptChange } from './changes';

/** Those that have made it what it is, newest first. */
function effective(changes: KeptChange[]): KeptChange[] {
  return changes.filter(
    ({ state, request: { kind } }) =>
      state === 'succeeded' && (kind === 'launch' || kind === 'update'),
  );
}

/**
 * The launch path that was taken last, where one was chosen.
 *
 * @param changes - newest first
 */
export function currentPath(changes: KeptChange[]): string | undefined {
  return effective(changes).find(({ request }) => request.path)?.request.path;
}

/**
 * The values that a provisioned product has, by the changes that have succeeded.
 *
 * @param changes - newest first
 */
export function currentParameters(changes: KeptChange[]): ChosenParameter[] {
  return effective(changes)
    .reverse()
    .reduce<ChosenParameter[]>((current, { request }) => {
      const before = new Map(current.map(one => [one.key, one]));
      return request.parameters.map(one =>
        one.kept === 'previous' ? before.get(one.key) ?? one : one,
      );
    }, []);
}
