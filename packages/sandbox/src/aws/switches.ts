import { z } from 'zod';

/**
 * What AWS does is not known for each of these, so a client has to survive
 * every one of their settings.
 */
export const switchesSchema = z.strictObject({
  /** A name that is taken. */
  nameClash: z
    .enum(['InvalidParametersException', 'DuplicateResourceException'])
    .default('InvalidParametersException'),
  /** An operation on a provisioned product that is under change. */
  duringChange: z
    .enum(['InvalidParametersException', 'InvalidStateException'])
    .default('InvalidParametersException'),
  /** A token that comes again with other parameters. */
  sameTokenOtherParameters: z
    .enum(['replay', 'InvalidParametersException'])
    .default('replay'),
  /** The record that answers a repeated token: as it was answered first, or as it is by now. */
  replayedRecord: z.enum(['asAccepted', 'asNow']).default('asAccepted'),
  /** A parameter's value that its constraints forbid: refused at once, or a launch that fails. */
  invalidParameterValue: z.enum(['atOnce', 'later']).default('atOnce'),
  /** A parameter that an update doesn't name: as before, or as the template's default has it. */
  omittedOnUpdate: z.enum(['previous', 'default']).default('previous'),
  /** What a provisioned product is after a terminate that has failed. */
  afterFailedTerminate: z.enum(['TAINTED', 'ERROR']).default('TAINTED'),
  /** By how much reads lag behind writes. */
  readLagMs: z.number().int().min(0).max(3_600_000).default(0),
});

export type Switches = z.output<typeof switchesSchema>;

/** The settings that are given, and the usual one for each other. */
export function switchesFrom(given: Partial<Switches> = {}): Switches {
  return switchesSchema.parse(given);
}
