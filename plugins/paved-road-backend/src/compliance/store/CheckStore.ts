import { CheckContent, KeptCheck, ServiceStanding } from '../checks';

/** Reads what is kept of checks. */
export interface CheckStore {
  /** Of one service, or of all that were ever checked or wait for it. */
  readStandings(entityRef?: string): Promise<Map<string, ServiceStanding>>;

  /** @returns undefined where the service has no such check */
  findCheck(entityRef: string, checkId: string): Promise<KeptCheck | undefined>;

  /**
   * Checks of a service, newest first, each with its place in the order.
   *
   * @param before - only those before this place
   */
  listChecks(
    entityRef: string,
    options: { limit: number; before?: number },
  ): Promise<{ check: KeptCheck; place: number }[]>;

  /** @throws NotFoundError where nothing is kept under the digest. */
  readContent(digest: string): Promise<CheckContent>;

  /** Findings per entity ref of the services that failed the rule when last checked. */
  readFailures(rule: string): Promise<Map<string, number>>;
}
