import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  ResourceEntity,
  stringifyLocationRef,
} from '@backstage/catalog-model';
import { ANNOTATION_PROVISIONED_PRODUCT } from './annotations';
import { OfferedProduct, statusInWords } from './offeredProduct';
import { OwnedService } from './ownedService';
import { resourceName } from './resourceName';

/**
 * A provisioned product as the catalog shows it, beside its service.
 *
 * @param appUrl - where the portal is, as `app.baseUrl` says
 */
export function toResourceEntity(
  product: OfferedProduct,
  service: OwnedService,
  appUrl: string,
): ResourceEntity {
  const location = stringifyLocationRef({
    type: 'paved-road',
    target: product.id,
  });
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: {
      namespace: service.namespace,
      name: resourceName(product),
      title: product.name,
      description: describe(product),
      // Whoever may not see the service may not see what it has.
      ...(service.labels ? { labels: service.labels } : {}),
      annotations: {
        [ANNOTATION_LOCATION]: location,
        [ANNOTATION_ORIGIN_LOCATION]: location,
        [ANNOTATION_PROVISIONED_PRODUCT]: product.id,
      },
      links: [
        {
          url: `${appUrl.replace(
            /\/+$/,
            '',
          )}/paved-road/provisioned/${encodeURIComponent(product.id)}`,
          title: 'Outputs, changes and update',
        },
      ],
    },
    spec: {
      type: 'provisioned-product',
      owner: service.owner,
      dependencyOf: [service.entityRef],
      ...(service.system === undefined ? {} : { system: service.system }),
    },
  };
}

function describe({ product, status, version }: OfferedProduct): string {
  const what = [product.name, version?.name].filter(Boolean).join(' ');
  return `${what}, ${statusInWords(status)}`;
}
