import {
  createApiRef,
  DiscoveryApi,
  FetchApi,
} from '@backstage/core-plugin-api';
import { PavedRoadClient } from '@paved-road/backstage-plugin-paved-road-common';

/**
 * The plugin's backend as the pages see it: `PavedRoadClient` without its
 * private parts. Every method throws a `ResponseError` for a refused request.
 *
 * @public
 */
export type PavedRoadApi = Pick<PavedRoadClient, keyof PavedRoadClient>;

/** @public */
export const pavedRoadApiRef = createApiRef<PavedRoadApi>({
  id: 'plugin.paved-road.api',
});

/**
 * What both frontend systems register under {@link pavedRoadApiRef}.
 *
 * @public
 */
export function createPavedRoadApi(options: {
  discoveryApi: DiscoveryApi;
  fetchApi: FetchApi;
}): PavedRoadApi {
  return new PavedRoadClient(options);
}
