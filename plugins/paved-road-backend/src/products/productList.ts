import { ProductSummary } from '@paved-road/backstage-plugin-paved-road-common';

/** What a list of products is narrowed by. */
export interface ProductFilter {
  account?: string[];
  owner?: string[];
  type?: string[];
  text?: string;
}

export function matchesProductFilter(
  product: ProductSummary,
  { account, owner, type, text = '' }: ProductFilter,
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
    (!type || (product.type !== undefined && type.includes(product.type))) &&
    words.every(word => said.includes(word))
  );
}

/** By name, and in an account's order where several have it. */
export function compareProducts(a: ProductSummary, b: ProductSummary): number {
  return (
    a.name.localeCompare(b.name, 'en') || a.account.localeCompare(b.account)
  );
}

/** What products say of one thing, each once. */
export function valuesOf(
  products: ProductSummary[],
  name: 'owner' | 'type',
): string[] {
  return [...new Set(products.flatMap(product => product[name] ?? []))].sort();
}
