/**
 * The parts by which a product is known: the `id` of a configured account, and
 * AWS's `id` of the product.
 *
 * @public
 */
export type ProductPath = { account: string; product: string };

/**
 * How a product is named where permissions are asked for. An account's `id` has
 * no slash, so that the first one ends it.
 *
 * @public
 */
export function stringifyProductResourceRef(path: ProductPath): string {
  return `${path.account}/${path.product}`;
}

/**
 * Undefined for what names no product.
 *
 * @public
 */
export function parseProductResourceRef(ref: string): ProductPath | undefined {
  const slash = ref.indexOf('/');
  const account = ref.slice(0, slash);
  const product = ref.slice(slash + 1);
  return slash > 0 && product ? { account, product } : undefined;
}
