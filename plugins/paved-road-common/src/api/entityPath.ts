import { z } from 'zod';

const segment = z.string().min(1).max(253);

/**
 * The parts of an entity ref as they stand in a path.
 *
 * @public
 */
export const entityPathSchema = z.object({
  kind: segment,
  namespace: segment,
  name: segment,
});

/** @public */
export type EntityPath = z.infer<typeof entityPathSchema>;
