import { ProductSummary } from '@paved-road/backstage-plugin-paved-road-common';

/** What a list of products is narrowed by. */
export interface ProductFilter {
  account?: string[];
  owner?: string[];
  text?: string;
}

export function matchesProductFilter(
  product: ProductSummary,
  { account, owner, text = '' }: ProductFilter,
): boolean {
  const { name, description, distributor } = product;
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const said = [name, description, product.owner, distributor]
    .filter(Boolean)
    .join(' ')
    .toLowerCase();
  return (
    (!account || account.includes(product.account)) &&
    (!owner ||
      (product.owner !== undefined && owner.includes(product.owner))) &&
    words.every(word => said.includes(word))
  );
}

/** By name, and in an account's order where several have it. */
export function compareProducts(a: ProductSummary, b: ProductSummary): number {
  return (
    a.name.localeCompare(b.name, 'en') || a.account.localeCompare(b.account)
  );
}

/** The owners that products name, each once. */
export function ownersOf(products: ProductSummary[]): string[] {
  return [...new Set(products.flatMap(({ owner }) => owner ?? []))].sort();
}
