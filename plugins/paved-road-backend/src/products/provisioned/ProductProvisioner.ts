import { ProvisionedProductStatus } from '@paved-road/backstage-plugin-paved-road-common';
import { Output, SeenProvisionedProduct } from './changes';

/** AWS has accepted a change, and keeps a record of it. */
export interface AcceptedRecord {
  recordId: string;
  /** As AWS calls it. */
  recordStatus?: string;
  awsId?: string;
}

/** A value to be sent; without one it is to stay as it is. */
export interface SentParameter {
  key: string;
  value?: string;
}

/** What all changes carry. */
interface Sent {
  /** Of an account of the configuration. */
  account: string;
  /** The same one again is the same change. */
  token: string;
}

export interface SentLaunch extends Sent {
  name: string;
  product: string;
  version: string;
  path?: string;
  parameters: SentParameter[];
  tags: { key: string; value: string }[];
}

export interface SentUpdate extends Sent {
  awsId: string;
  product: string;
  version: string;
  path?: string;
  parameters: SentParameter[];
}

/** How far AWS has come with a change. */
export interface ReadRecord {
  recordId: string;
  /** `CREATED`, `IN_PROGRESS`, `IN_PROGRESS_IN_ERROR`, `SUCCEEDED`, `FAILED`. */
  status: string;
  errors: { code?: string; message: string }[];
  outputs: Output[];
}

/** A provisioned product as AWS describes it. */
export interface ReadProvisioned {
  awsId: string;
  name: string;
  status: ProvisionedProductStatus;
  statusMessage?: string;
  versionId?: string;
  /** Token of its launch. */
  launchToken?: string;
  lastRecordId?: string;
  /** Of the launch or the newest update. */
  lastProvisioningRecordId?: string;
}

/**
 * Changes what is provisioned in an account. What changes something throws
 * `SendError`; what reads throws `ProductSourceError` where the account does not
 * answer, and answers undefined where it has no such thing, or not yet.
 */
export interface ProductProvisioner {
  launch(input: SentLaunch): Promise<AcceptedRecord>;
  update(input: SentUpdate): Promise<AcceptedRecord>;
  runAction(
    input: Sent & { awsId: string; action: string },
  ): Promise<AcceptedRecord>;
  terminate(
    input: Sent & { awsId: string; retainResources: boolean },
  ): Promise<AcceptedRecord>;

  readRecord(
    account: string,
    recordId: string,
  ): Promise<ReadRecord | undefined>;
  readProvisioned(
    account: string,
    by: { awsId: string } | { name: string },
  ): Promise<ReadProvisioned | undefined>;
  /** The newest record of that type, not older than `since` (ISO time) and not one of `except`. */
  findRecord(
    account: string,
    of: { awsId: string; type: string; since: string; except: string[] },
  ): Promise<ReadRecord | undefined>;

  /** All of an account, page by page. */
  listProvisioned(account: string): AsyncIterable<SeenProvisionedProduct[]>;
  /** Of one that was launched outside; of the others the portal knows them. */
  readOutputs(account: string, awsId: string): Promise<Output[]>;
  listActions(
    account: string,
    of: { product: string; version: string; awsId: string },
  ): Promise<{ id: string; name: string; description?: string }[]>;
}
