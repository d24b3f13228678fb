import { createHash } from 'node:crypto';

/** What the catalog takes. */
const MAX_LENGTH = 63;

const HASH_LENGTH = 10;

/**
 * A name that is legible, and one's own even where two provisioned products
 * are called the same, as they can be in two accounts.
 */
export function resourceName(product: { id: string; name: string }): string {
  const hash = createHash('sha256')
    .update(product.id)
    .digest('hex')
    .slice(0, HASH_LENGTH);
  const legible = product.name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, MAX_LENGTH - HASH_LENGTH - 1)
    .replace(/^-|-$/g, '');
  return legible ? `${legible}-${hash}` : hash;
}
