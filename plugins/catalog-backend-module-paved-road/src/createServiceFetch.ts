import { AuthService } from '@backstage/backend-plugin-api';
import { FetchApi } from '@paved-road/backstage-plugin-paved-road-common';

/** Calls the backend of Paved Road in the name of this backend, until the signal. */
export function createServiceFetch(
  auth: AuthService,
  signal: AbortSignal,
): FetchApi {
  return {
    async fetch(input, init) {
      const { token } = await auth.getPluginRequestToken({
        onBehalfOf: await auth.getOwnServiceCredentials(),
        targetPluginId: 'paved-road',
      });
      const headers = new Headers(init?.headers);
      headers.set('Authorization', `Bearer ${token}`);
      return fetch(input, { ...init, headers, signal });
    },
  };
}
