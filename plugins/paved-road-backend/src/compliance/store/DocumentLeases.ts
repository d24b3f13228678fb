/**
 * Keeps two checks, of whichever replicas, from evaluating the same document at
 * the same time: the second waits, and then finds the first one's evaluations
 * in the memory.
 */
export interface DocumentLeases {
  /**
   * Runs the work while it alone holds all the documents.
   *
   * @param digests - the documents'
   * @throws AbortError where the signal is given while it waits
   */
  hold<T>(
    digests: string[],
    signal: AbortSignal,
    work: () => Promise<T>,
  ): Promise<T>;
}
