import {
  ChangeKind,
  ChangeState,
  ChosenParameter,
  PreflightSummary,
  ProvisionedProductStatus,
} from '@paved-road/backstage-plugin-paved-road-common';
import { Requester } from '../../readRequester';

/** A product as a change names it. */
export interface ProductRef {
  id: string;
  name: string;
}

/** What is asked for, as it is kept: no value in it is secret. */
export interface ChangeRequest {
  kind: ChangeKind;
  account: string;
  /** Of the provisioned product. */
  name: string;
  entityRef: string;
  product: ProductRef;
  version?: ProductRef;
  /** Launch path. */
  path?: string;
  parameters: ChosenParameter[];
  tags: { key: string; value: string }[];
  action?: ProductRef;
  retainResources?: boolean;
  preflight?: PreflightSummary;
}

/** What went wrong, in words for those who can do something about it. */
export interface ChangeProblem {
  code?: string;
  message: string;
}

/** How a change ended. */
export interface ChangeEnd {
  state: Exclude<ChangeState, 'sending' | 'running'>;
  recordId?: string;
  recordStatus?: string;
  problem?: ChangeProblem;
}

/** A change and how far it has come. */
export interface KeptChange {
  id: string;
  seq: number;
  provisionedId: string;
  requester: Requester;
  requestedAt: string;
  request: ChangeRequest;
  state: ChangeState;
  recordId?: string;
  recordStatus?: string;
  problem?: ChangeProblem;
  finishedAt?: string;
}

/** How a provisioned product is, as AWS tells it. */
export interface ProvisionedState {
  awsId?: string;
  status: ProvisionedProductStatus;
  statusMessage?: string;
  version?: { id?: string; name?: string };
}

/** How AWS has a provisioned product that the search there has found. */
export interface SeenProvisionedProduct extends ProvisionedState {
  awsId: string;
  name: string;
  product: ProductRef;
  /** From its tag; a claim. */
  entityRef?: string;
  /** Token of its launch. */
  launchToken?: string;
}

export interface Output {
  key: string;
  value: string;
  description?: string;
}

/** A provisioned product as it is kept. */
export interface KeptProvisionedProduct extends ProvisionedState {
  id: string;
  account: string;
  name: string;
  entityRef?: string;
  origin: 'portal' | 'outside';
  product: ProductRef;
  outputs: Output[];
  createdAt: string;
  readAt?: string;
  endedAt?: string;
  openChange?: { id: string; kind: ChangeKind; state: ChangeState };
}

/** The right to go on with one change, for as long as it is extended in time. */
export interface ChangeClaim {
  token: string;
  changeId: string;
}

/** A change that goes on, with all that it takes to do so. */
export interface ClaimedChange {
  claim: ChangeClaim;
  change: KeptChange;
  provisioned: KeptProvisionedProduct;
  /** How often it was looked at before. */
  looks: number;
  /** How long ago it was asked for, in milliseconds by the database's clock. */
  ageMs: number;
}

/** Whether a value was chosen that is kept nowhere, so that it can't be sent again. */
export function hasSecrets({ parameters }: ChangeRequest): boolean {
  return parameters.some(({ kept }) => kept === 'secret');
}
