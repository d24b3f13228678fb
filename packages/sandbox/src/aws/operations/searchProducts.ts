import { z } from 'zod';
import { Product } from '../catalog/model';
import { page } from '../wire/page';
import { pagedInput, sortOrder } from '../wire/shapes';
import { operation } from './operation';
import { pathsOf } from './launches';
import { productViewSummary } from './productViews';

const NAME = 'SearchProducts';

const shape = pagedInput(100, {
  Filters: z
    .partialRecord(
      z.enum(['FullTextSearch', 'Owner', 'ProductType', 'SourceProductId']),
      z.array(z.string()),
    )
    .optional(),
  SortBy: z.enum(['Title', 'VersionCount', 'CreationDate']).optional(),
  SortOrder: sortOrder,
});

type Input = z.output<typeof shape>;

const fullText = ({ name, owner, description, distributor }: Product) =>
  [name, owner, description, distributor].join('\n').toLowerCase();

function matches(product: Product, filters: NonNullable<Input['Filters']>) {
  const any = (
    values: string[] | undefined,
    test: (value: string) => boolean,
  ) => values === undefined || values.some(test);
  return (
    any(filters.FullTextSearch, words =>
      words
        .toLowerCase()
        .split(/\s+/)
        .every(word => fullText(product).includes(word)),
    ) &&
    any(filters.Owner, owner => owner === product.owner) &&
    any(filters.ProductType, type => type === 'CLOUD_FORMATION_TEMPLATE') &&
    any(filters.SourceProductId, () => false)
  );
}

const ORDERS: Record<string, (a: Product, b: Product) => number> = {
  Title: (a, b) => a.name.localeCompare(b.name),
  VersionCount: (a, b) => a.versions.length - b.versions.length,
  CreationDate: (a, b) => a.createdAt - b.createdAt,
};

export const searchProducts = operation(NAME, shape, (input, context) => {
  const found = context.catalog.products
    .filter(product => pathsOf(context, product).length > 0)
    .filter(product => matches(product, input.Filters ?? {}))
    .sort(ORDERS[input.SortBy ?? 'Title']);
  if (input.SortOrder === 'DESCENDING') {
    found.reverse();
  }
  const { items, next } = page(NAME, found, input);
  const count = (values: string[]) =>
    [...new Set(values)].map(Value => ({
      Value,
      ApproximateCount: values.filter(value => value === Value).length,
    }));
  return {
    ProductViewSummaries: items.map(product =>
      productViewSummary(product, pathsOf(context, product)),
    ),
    ProductViewAggregations: {
      Owner: count(found.map(({ owner }) => owner)),
      ProductType: count(found.map(() => 'CLOUD_FORMATION_TEMPLATE')),
    },
    NextPageToken: next,
  };
});
