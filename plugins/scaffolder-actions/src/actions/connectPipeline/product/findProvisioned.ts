import { InputError } from '@backstage/errors';
import {
  PavedRoadClient,
  ProvisionedProductDetail,
} from '@paved-road/backstage-plugin-paved-road-common';
import { provisionedPage } from '../../../launching';

/** Of the values that make a pipeline this service's; the others may be changed. */
const OWN = ['Repository', 'Branch', 'Documents', 'Service'];
const BROKEN = ['TAINTED', 'ERROR', 'UNKNOWN'];

/**
 * The pipeline that the service has already.
 *
 * @throws InputError where it is another repository's, or out of order
 */
export async function findProvisioned(
  client: PavedRoadClient,
  {
    service,
    account,
    productId,
    name,
    values,
  }: {
    service: string;
    account: string;
    productId: string;
    /** To be taken first, where there are several. */
    name: string;
    values: Record<string, string>;
  },
): Promise<ProvisionedProductDetail | undefined> {
  const { items } = await client.listProvisionedProducts({
    entityRef: service,
    account,
    limit: 100,
  });
  const [found] = items
    .filter(({ product }) => product.id === productId)
    .sort((a, b) => Number(b.name === name) - Number(a.name === name));
  if (!found) {
    return undefined;
  }
  const detail = await client.getProvisionedProduct(found.id);
  const other = detail.parameters.find(
    ({ key, value }) =>
      OWN.includes(key) && value !== undefined && value !== values[key],
  );
  const page = provisionedPage(detail.id);
  if (other) {
    throw new InputError(
      `${service} has the pipeline '${detail.name}' already, whose ${
        other.key
      } is '${other.value}' and not '${
        values[other.key]
      }'; update or end it on ${page}`,
    );
  }
  if (BROKEN.includes(detail.status) && !detail.openChange) {
    throw new InputError(
      `${service} has the pipeline '${
        detail.name
      }' already, which AWS says is ${detail.status}${
        detail.statusMessage ? ` (${detail.statusMessage})` : ''
      }; mend or end it on ${page}`,
    );
  }
  return detail;
}
