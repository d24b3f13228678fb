import {
  ProductAccount,
  ProductChange,
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
    account: request.account,
    name: request.name,
    entityRef: request.entityRef,
    product: request.product,
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
