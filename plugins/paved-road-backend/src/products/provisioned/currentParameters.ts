import { ChosenParameter } from '@paved-road/backstage-plugin-paved-road-common';
import { KeptChange } from './changes';

/**
 * The values that a provisioned product has, by the changes that have succeeded.
 *
 * @param changes - newest first
 */
export function currentParameters(changes: KeptChange[]): ChosenParameter[] {
  return changes
    .filter(
      ({ state, request: { kind } }) =>
        state === 'succeeded' && (kind === 'launch' || kind === 'update'),
    )
    .reverse()
    .reduce<ChosenParameter[]>((current, { request }) => {
      const before = new Map(current.map(one => [one.key, one]));
      return request.parameters.map(one =>
        one.kept === 'previous' ? before.get(one.key) ?? one : one,
      );
    }, []);
}
