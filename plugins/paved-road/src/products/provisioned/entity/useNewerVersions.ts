import useAsync from 'react-use/esm/useAsync';
import { useApi } from '@backstage/core-plugin-api';
import {
  newerVersionOf,
  ProductDetail,
  ProvisionedProductSummary,
} from '@paved-road/backstage-plugin-paved-road-common';
import { pavedRoadApiRef } from '../../../api';

type Place = { account: string; product: string };

/** To what each of them could be updated; one that can't be told now is left out. */
export type NewerVersions = ReadonlyMap<string, { id: string; name: string }>;

const NONE: NewerVersions = new Map();

/** Asks for each product once, beside what is shown already. */
export function useNewerVersions(
  provisioned: ProvisionedProductSummary[],
): NewerVersions {
  const api = useApi(pavedRoadApiRef);
  const places = [
    ...new Map(
      provisioned.map(one => [keyOf(placeOf(one)), placeOf(one)]),
    ).values(),
  ];
  const asked = JSON.stringify(places);
  const products = useAsync(async () => {
    const found = new Map<string, ProductDetail>();
    await Promise.all(
      (JSON.parse(asked) as Place[]).map(async place => {
        // A hint is no reason to show a failure in its place.
        const product = await api.getProduct(place).catch(() => undefined);
        if (product) {
          found.set(keyOf(place), product);
        }
      }),
    );
    return found;
  }, [api, asked]);
  if (!products.value) {
    return NONE;
  }
  return new Map(
    provisioned.flatMap(one => {
      const product = products.value?.get(keyOf(placeOf(one)));
      const newer =
        product && newerVersionOf(product.versions, one.version?.id);
      return newer ? [[one.id, newer] as const] : [];
    }),
  );
}

function placeOf({ account, product }: ProvisionedProductSummary): Place {
  return { account, product: product.id };
}

function keyOf({ account, product }: Place): string {
  return JSON.stringify([account, product]);
}
