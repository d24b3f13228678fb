import { RefusalStore } from './RefusalStore';

/**
 * Tells other rooms how often pipelines were stopped. Whom that may be shown to is
 * theirs to say: it is part of a service's compliance.
 */
export interface RefusalService {
  /**
   * Results that did not pass, per entity ref.
   *
   * @param since - ISO time in UTC with milliseconds
   */
  countRefused(since: string): Promise<Map<string, number>>;
}

export class DefaultRefusalService implements RefusalService {
  readonly #store: RefusalStore;

  constructor(store: RefusalStore) {
    this.#store = store;
  }

  async countRefused(since: string): Promise<Map<string, number>> {
    return this.#store.countRefused(since);
  }
}
