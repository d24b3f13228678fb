import { RepositoryId } from './names';

type Listener = (id: RepositoryId) => void;

/** Tells those who want to know that branches or pull requests of a repository are others now. */
export class RepositoryChanges {
  readonly #listeners = new Set<Listener>();

  /** Answers how to be told no more. */
  listen(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  tell(id: RepositoryId): void {
    for (const listener of this.#listeners) {
      listener(id);
    }
  }
}
