import {
  coreServices,
  createBackendPlugin,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import { NotFoundError, ServiceUnavailableError } from '@backstage/errors';
import {
  listProvisionedProducts,
  ProvisionedProductSummary,
} from '@paved-road/backstage-plugin-paved-road-common';

type HttpRequest = Parameters<HttpAuthService['credentials']>[0];

/**
 * A backend of Paved Road that has nothing but provisioned products, and gives
 * them to the catalog alone.
 */
export function createPavedRoadBackend() {
  let products: ProvisionedProductSummary[] = [];
  let faultAt: number | undefined;
  let lossAt: number | undefined;

  const plugin = createBackendPlugin({
    pluginId: 'paved-road',
    register(reg) {
      reg.registerInit({
        deps: {
          httpAuth: coreServices.httpAuth,
          httpRouter: coreServices.httpRouter,
        },
        async init({ httpAuth, httpRouter }) {
          const answer = async (req: HttpRequest) => {
            const { principal } = await httpAuth.credentials(req, {
              allow: ['service'],
            });
            if (
              req.path !== listProvisionedProducts.path ||
              principal.subject !== 'plugin:catalog'
            ) {
              throw new NotFoundError('There is no such page for this caller');
            }
            const { cursor, limit } = listProvisionedProducts.query.parse(
              req.query,
            );
            const start = Number(cursor ?? 0);
            if (start === faultAt) {
              throw new ServiceUnavailableError('Not now');
            }
            const end = start + limit;
            const isLast = end >= products.length || end === lossAt;
            return {
              items: products.slice(start, end),
              nextCursor: isLast ? undefined : String(end),
              totalItems: products.length,
              accounts: [],
            };
          };
          httpRouter.use((req, res, next) => {
            answer(req).then(body => res.json(body), next);
          });
        },
      });
    },
  });

  return {
    plugin,
    has(...now: ProvisionedProductSummary[]) {
      products = now;
    },
    /** No answer for the page that begins there; undefined for all answers. */
    failsAt(start: number | undefined) {
      faultAt = start;
    },
    /** The list seems to end there. */
    endsEarlyAt(end: number) {
      lossAt = end;
    },
  };
}
