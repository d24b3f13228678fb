import type { NotificationPayload } from '@backstage/plugin-notifications-common';
import { KeptChange, KeptProvisionedProduct } from '../changes';

const VERBS = {
  launch: { done: 'is launched', failed: 'could not be launched' },
  update: { done: 'is updated', failed: 'could not be updated' },
  action: { done: 'has run its action', failed: 'could not run its action' },
  terminate: { done: 'is ended', failed: 'could not be ended' },
};

/** AWS's words may be pages long. */
const LONGEST = 400;

/** What the one who asked for a change reads at its end. */
export function toNotification(
  { id, problem, request, state }: KeptChange,
  { id: provisionedId }: KeptProvisionedProduct,
): NotificationPayload {
  const isSuccess = state === 'succeeded';
  const verb = VERBS[request.kind][isSuccess ? 'done' : 'failed'];
  const what = `${request.product.name}${
    request.action ? `, ${request.action.name}` : ''
  }, for ${request.entityRef}`;
  return {
    title: `'${request.name}' ${verb}`,
    description: isSuccess
      ? what
      : `${what}: ${problem?.message ?? 'no reason was given'}`.slice(
          0,
          LONGEST,
        ),
    link: `/paved-road/provisioned/${encodeURIComponent(provisionedId)}`,
    severity: isSuccess ? 'normal' : 'high',
    topic: 'provisioned-products',
    // One change, one notification, whatever is told twice.
    scope: `paved-road:product-change:${id}`,
  };
}
