import { Requester } from '../../../readRequester';
import {
  ChangeClaim,
  ChangeEnd,
  ChangeProblem,
  ChangeRequest,
  ClaimedChange,
  KeptChange,
  KeptProvisionedProduct,
  Output,
  ProvisionedState,
  SeenProvisionedProduct,
} from '../changes';

/** A change to be kept before it is sent. */
export interface NewChange {
  /** UUID; the token that AWS tells repetitions by. */
  id: string;
  requester: Requester;
  request: ChangeRequest;
  /** Of the provisioned product; absent for a launch, which makes one. */
  provisionedId?: string;
}

/** Keeps what is provisioned, and all that was ever asked for. */
export interface ProvisionedStore {
  /**
   * Keeps a change once, however often it is asked for, and hands its claim to
   * the one who has kept it.
   *
   * @returns without a claim where the same change was kept before
   * @throws ConflictError where the id belongs to another change, another change
   * of the provisioned product goes on, or the name of a launch is taken.
   */
  begin(
    change: NewChange,
  ): Promise<{ change: KeptChange; claim?: ChangeClaim }>;

  /** Takes over the next change that is due and that nobody holds. */
  claimNext(): Promise<ClaimedChange | undefined>;

  /** What it takes to go on with a change; undefined where its claim is lost or it has ended. */
  readClaimed(claim: ChangeClaim): Promise<ClaimedChange | undefined>;

  /** @returns false where the claim is lost. */
  extend(claim: ChangeClaim): Promise<boolean>;

  /**
   * Keeps that AWS has accepted the change. That is true whoever holds the claim.
   */
  accept(
    claim: ChangeClaim,
    record: { recordId: string; recordStatus?: string; awsId?: string },
  ): Promise<void>;

  /** Gives the change back, to be looked at again after a while. */
  release(
    claim: ChangeClaim,
    next: {
      afterMs: number;
      recordStatus?: string;
      problem?: ChangeProblem;
    },
  ): Promise<void>;

  /**
   * Keeps how the change ended, once, and how AWS has the provisioned product
   * then.
   *
   * @returns false where the claim is lost; then nothing is written.
   */
  end(
    claim: ChangeClaim,
    end: ChangeEnd,
    state: ProvisionedState & { outputs?: Output[] },
  ): Promise<boolean>;

  /** Those that are, and with `ended` those that no more are or never were. */
  listProvisioned(options: {
    ended: boolean;
  }): Promise<KeptProvisionedProduct[]>;

  findProvisioned(id: string): Promise<KeptProvisionedProduct | undefined>;

  /** Newest first. */
  listChanges(provisionedId: string): Promise<KeptChange[]>;

  findChange(id: string): Promise<KeptChange | undefined>;

  /**
   * Keeps how AWS has what it was found to have. What changes go on with is
   * left to them.
   */
  recordSeen(account: string, seen: SeenProvisionedProduct[]): Promise<void>;

  /** Keeps that AWS has it no more, where nothing goes on with it. */
  recordGone(id: string): Promise<void>;
}
