import { randomUUID } from 'node:crypto';
import {
  ChangeRequest,
  ClaimedChange,
  KeptChange,
  KeptProvisionedProduct,
} from '../changes';
import { NewChange } from '../store/ProvisionedStore';

export const ANNA = { type: 'user' as const, name: 'user:default/anna' };

export function aRequest(fields: Partial<ChangeRequest> = {}): ChangeRequest {
  return {
    kind: 'launch',
    account: 'payments-dev',
    name: 'orders',
    entityRef: 'component:default/payments',
    product: { id: 'prod-1', name: 'Message queue' },
    version: { id: 'pa-1', name: 'v1.0' },
    parameters: [{ key: 'Retention', kept: 'value', value: '4' }],
    tags: [{ key: 'CostCentre', value: '4200' }],
    ...fields,
  };
}

/** A launch by Anna that nobody has asked for before. */
export function aLaunch(fields: Partial<ChangeRequest> = {}): NewChange {
  return { id: randomUUID(), requester: ANNA, request: aRequest(fields) };
}

/** A change of what is there already. */
export function aChangeOf(
  provisionedId: string,
  fields: Partial<ChangeRequest> = {},
): NewChange {
  return { ...aLaunch({ kind: 'update', ...fields }), provisionedId };
}

export function aKeptChange({
  request,
  ...fields
}: Partial<Omit<KeptChange, 'request'>> & {
  request?: Partial<ChangeRequest>;
} = {}): KeptChange {
  return {
    id: 'change-1',
    seq: 1,
    provisionedId: 'provisioned-1',
    requester: ANNA,
    requestedAt: '2026-11-24T08:00:00.000Z',
    request: aRequest(request),
    state: 'succeeded',
    ...fields,
  };
}

export function aProvisionedProduct(
  fields: Partial<KeptProvisionedProduct> = {},
): KeptProvisionedProduct {
  return {
    id: 'provisioned-1',
    account: 'payments-dev',
    name: 'orders',
    awsId: 'pp-1',
    entityRef: 'component:default/payments',
    origin: 'portal',
    product: { id: 'prod-1', name: 'Message queue' },
    status: 'AVAILABLE',
    outputs: [],
    createdAt: '2026-11-24T08:00:00.000Z',
    ...fields,
  };
}

export function aClaimedChange(
  request: Partial<ChangeRequest> = {},
  provisioned: Partial<KeptProvisionedProduct> = {},
): ClaimedChange {
  return {
    claim: { token: 'claim-1', changeId: 'change-1' },
    change: aKeptChange({ state: 'running', request }),
    provisioned: aProvisionedProduct(provisioned),
    looks: 1,
    ageMs: 0,
  };
}
