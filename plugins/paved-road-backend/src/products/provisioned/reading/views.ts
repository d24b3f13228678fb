import {
  ProductAccount,
  ProductChange,
  ProductDetail,
  ProvisionedProductSummary,
} from '@paved-road/backstage-plugin-paved-road-common';
import { KeptChange, KeptProvisionedProduct } from '../changes';

/** A change as the contract has it. */
export function changeView({
  id,
  finishedAt,
  problem,
  recordId,
  recordStatus,
  request,
  requestedAt,
  requester,
  state,
}: KeptChange): ProductChange {
  return {
    id,
    kind: request.kind,
    state,
    requestedBy: requester,
    requestedAt,
    finishedAt,
    version: request.version,
    action: request.action?.name,
    retainResources: request.retainResources,
    parameters: request.parameters,
    preflight: request.preflight,
    recordId,
    recordStatus,
    problem,
  };
}

/** A provisioned product as the contract has it. */
export function provisionedView(
  { endedAt: _, ...provisioned }: KeptProvisionedProduct,
  accounts: ProductAccount[],
): ProvisionedProductSummary {
  const account = accounts.find(({ id }) => id === provisioned.account);
  return {
    ...provisioned,
    accountTitle: account?.title ?? provisioned.account,
    environment: account?.environment ?? 'unknown',
  };
}

/**
 * The version to update to: the makers' default, or the newest that is not
 * deprecated, where it came after the one that is there.
 *
 * @param versions - the one to take first at first
 */
export function newerVersionOf(
  versions: ProductDetail['versions'],
  currentId: string | undefined,
): { id: string; name: string } | undefined {
  const current = versions.find(({ id }) => id === currentId);
  const offered = versions.filter(({ guidance }) => guidance !== 'deprecated');
  const best =
    offered.find(({ guidance }) => guidance === 'default') ?? offered[0];
  const isNewer =
    best !== undefined &&
    best.id !== currentId &&
    (current?.guidance === 'deprecated' ||
      (best.createdAt ?? '') > (current?.createdAt ?? ''));
  return isNewer ? { id: best.id, name: best.name } : undefined;
}
