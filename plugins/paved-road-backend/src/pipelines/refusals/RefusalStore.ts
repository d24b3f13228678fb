/** Counts what pipelines have found. */
export interface RefusalStore {
  /**
   * Results that did not pass, per entity ref.
   *
   * @param since - ISO time in UTC with milliseconds
   */
  countRefused(since: string): Promise<Map<string, number>>;
}
