import { Requester } from '../../readRequester';
import { CheckEnd, FinishedOutcome } from '../checks';

/** A check to be asked for. */
export interface CheckRequest {
  entityRef: string;
  trigger: 'schedule' | 'request';
  /** Absent for the schedule. */
  requester?: Requester;
}

/** A check that would find again what the newest one found. */
export interface Confirmation {
  entityRef: string;
  /** The newest check that has finished. */
  checkId: string;
  outcome: FinishedOutcome;
}

/** The right to run one check, for as long as it is extended in time. */
export interface CheckClaim {
  /** New with each claim, so that who has lost a check can't end it. */
  token: string;
  checkId: string;
  entityRef: string;
  /** 1 for the first try. */
  attempt: number;
}

/**
 * Hands out each check to one worker at a time, over all replicas. A claim that
 * is not extended lapses, and the check goes to another worker.
 */
export interface CheckQueue {
  /**
   * Asks for checks. Where one of the same service waits already, that one is
   * answered, and moved up if a person asks.
   *
   * @returns the id of the waiting check per entity ref
   */
  request(requests: CheckRequest[]): Promise<Map<string, string>>;

  /**
   * Writes checks by the schedule that have found what the newest ones found,
   * many at once. Left out are services of which a check waits or runs, or
   * another has become the newest meanwhile.
   *
   * @returns the entity refs that were written
   */
  confirm(confirmations: Confirmation[]): Promise<string[]>;

  /**
   * Takes over the next check that waits or whose claim has lapsed.
   *
   * @returns undefined where there is none
   */
  claim(): Promise<CheckClaim | undefined>;

  /** @returns false where the claim is lost; then the work is in vain. */
  extend(claim: CheckClaim): Promise<boolean>;

  /** Gives the check back, for another worker to take at once. */
  release(claim: CheckClaim): Promise<void>;

  /**
   * Writes how the check ended, once.
   *
   * @returns false where the claim is lost; then nothing is written.
   */
  end(claim: CheckClaim, end: CheckEnd): Promise<boolean>;
}
