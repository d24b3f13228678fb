import { ProvisionedProductDetail } from '@paved-road/backstage-plugin-paved-road-common';
import { shortName } from '../../../shared/entityRefs';
import { isMoving, isOver } from '../statusWords';

/** What the reader wants to do with a provisioned product. */
export type Wish = 'update' | 'terminate';

const WISHES: Record<Wish, string> = {
  update: 'change it',
  terminate: 'end it',
};

/** Why a provisioned product cannot be changed or ended by the reader now. */
export function obstacleTo(
  wish: Wish,
  product: ProvisionedProductDetail,
): string | undefined {
  if (product.origin === 'outside') {
    return 'Launched outside the portal: change it where it was launched.';
  }
  if (isOver(product.status)) {
    return product.status === 'TERMINATED'
      ? 'It has ended: there is nothing left to change.'
      : 'It was not launched: there is nothing to change.';
  }
  if (product.openChange || isMoving(product.status)) {
    return 'A change is under way. Wait for its end.';
  }
  if (!product.allowed[wish]) {
    const owners = product.entityRef
      ? `The owners of ${shortName(product.entityRef)} can.`
      : 'Ask the people who run this portal.';
    return `You may not ${WISHES[wish]}. ${owners}`;
  }
  return undefined;
}
