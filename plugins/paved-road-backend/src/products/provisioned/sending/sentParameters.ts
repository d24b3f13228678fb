import { ChosenParameter } from '@paved-road/backstage-plugin-paved-road-common';
import { SentParameter } from '../ProductProvisioner';

/**
 * What is sent of the values that were chosen: not the defaults, which AWS has
 * itself, and never a secret that is in nobody's memory as an empty value.
 */
export function sentParameters(
  parameters: ChosenParameter[],
  secrets: ReadonlyMap<string, string>,
): SentParameter[] {
  return parameters.flatMap(({ key, kept, value }) => {
    if (kept === 'default') {
      return [];
    }
    if (kept !== 'secret') {
      return [{ key, value }];
    }
    const secret = secrets.get(key);
    if (secret === undefined) {
      throw new Error(`The value of '${key}' is not at hand`);
    }
    return [{ key, value: secret }];
  });
}
