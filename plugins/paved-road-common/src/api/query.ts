import { z } from 'zod';

/** A parameter that may be given several times, or not at all. */
export function severalOf<TItem extends z.ZodType>(item: TItem) {
  return z
    .union([item, z.array(item).max(100)])
    .transform(
      value => (Array.isArray(value) ? value : [value]) as z.output<TItem>[],
    )
    .optional();
}

/** How many items a page holds, and where it begins. */
export const pagingSchema = z.object({
  /** 1 to 100, 20 by default. */
  limit: z.coerce.number().int().min(1).max(100).default(20),
  /** `nextCursor` of the page before. */
  cursor: z.string().max(1000).optional(),
});

/** `true` and `false` as a query string spells them. */
export const flagSchema = z
  .union([z.boolean(), z.enum(['true', 'false']).transform(v => v === 'true')])
  .optional();
