import { Look, RepositoryFacts, RepositoryPlace } from './facts';

/** Reads what repositories have on their default branch. */
export interface RepositorySource {
  /**
   * @param isWired - whether what holds the channel is to be looked at even where
   * there is no workflow
   * @throws the signal's reason where it is given, and nothing else.
   */
  read(
    place: RepositoryPlace,
    options: { isWired: boolean; signal?: AbortSignal },
  ): Promise<Look<RepositoryFacts>>;
}
