import { ConflictError } from '@backstage/errors';
import {
  PavedRoadClient,
  ProvisionedProductSummary,
} from '@paved-road/backstage-plugin-paved-road-common';

/** As many as the API gives at once. */
const PAGE = 100;

/**
 * All pages of the provisioned products, each product once.
 *
 * @throws ConflictError where fewer were found than there are, since the list
 *   changed between two pages: a gap must not pass for an end.
 */
export async function readProvisionedProducts(
  client: PavedRoadClient,
): Promise<ProvisionedProductSummary[]> {
  const found = new Map<string, ProvisionedProductSummary>();
  let cursor: string | undefined;
  let total: number;
  do {
    const page = await client.listProvisionedProducts({ limit: PAGE, cursor });
    for (const item of page.items) {
      found.set(item.id, item);
    }
    cursor = page.nextCursor;
    total = page.totalItems;
  } while (cursor !== undefined);

  if (found.size < total) {
    throw new ConflictError(
      `The list of provisioned products changed while it was read: ${found.size} of ${total} were found`,
    );
  }
  return [...found.values()];
}
