import { Config, readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds, HumanDuration } from '@backstage/types';

const ROOT = 'pavedRoad';

/** @throws InputError for a duration of nothing. */
export function readDuration(
  config: Config | undefined,
  key: string,
  byDefault?: HumanDuration,
): HumanDuration {
  if (byDefault && !config?.has(key)) {
    return byDefault;
  }
  const duration = readDurationFromConfig(config!, { key });
  if (!(durationToMilliseconds(duration) > 0)) {
    throw refuse(key, 'must be longer than nothing');
  }
  return duration;
}

/** A whole number of at least 1. */
export function readCount(
  config: Config | undefined,
  key: string,
): number | undefined {
  const value = config?.getOptionalNumber(key);
  if (value !== undefined && !(Number.isSafeInteger(value) && value >= 1)) {
    throw refuse(key, `must be a whole number of at least 1, not ${value}`);
  }
  return value;
}

/** An error about a key below `pavedRoad`. */
export function refuse(key: string, problem: string): InputError {
  return new InputError(`The configuration's ${ROOT}.${key} ${problem}`);
}
