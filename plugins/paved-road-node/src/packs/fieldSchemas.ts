import { z } from 'zod';

export const words = z.string().trim().min(1);

/** An entity ref, as Backstage writes it. */
export const ownerSchema = words
  .max(200)
  .regex(
    /^(?:[A-Za-z][\w.-]*:)?(?:[\w.-]+\/)?[\w.-]+$/,
    'must be an entity ref such as group:default/security',
  );
