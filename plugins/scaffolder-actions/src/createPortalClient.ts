import { AuthService, DiscoveryService } from '@backstage/backend-plugin-api';
import { PavedRoadClient } from '@paved-road/backstage-plugin-paved-road-common';
import { TaskContext } from './TaskContext';

/**
 * Calls the portal as the user who started the task. Each call has a token of
 * its own, because a task can last longer than one is valid.
 */
export function createPortalClient(
  { auth, discovery }: { auth: AuthService; discovery: DiscoveryService },
  ctx: Pick<TaskContext, 'getInitiatorCredentials' | 'signal'>,
): PavedRoadClient {
  return new PavedRoadClient({
    discoveryApi: discovery,
    fetchApi: {
      async fetch(input, init) {
        const { token } = await auth.getPluginRequestToken({
          onBehalfOf: await ctx.getInitiatorCredentials(),
          targetPluginId: 'paved-road',
        });
        const headers = new Headers(init?.headers);
        headers.set('Authorization', `Bearer ${token}`);
        // A launch that is on its way is never cut off, so that it is known of.
        const signal = init?.method === 'GET' ? ctx.signal : undefined;
        return fetch(input, { ...init, headers, signal });
      },
    },
  });
}
