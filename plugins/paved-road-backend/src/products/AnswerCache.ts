import { CacheService } from '@backstage/backend-plugin-api';
import { JsonValue } from '@backstage/types';

/** An answer, and when it was given. */
export interface Dated<T> {
  value: T;
  /** ISO time. */
  readAt: string;
}

/**
 * Keeps answers for a short time, for all replicas where the cache is shared.
 * Failures are not kept: who tries again may have mended what was wrong.
 */
export class AnswerCache {
  readonly #cache: CacheService;
  readonly #ttlMs: number;
  readonly #asked = new Map<string, Promise<Dated<unknown>>>();

  constructor(cache: CacheService, ttlMs: number) {
    this.#cache = cache;
    this.#ttlMs = ttlMs;
  }

  /** Asks once, however many want to know at the same time. */
  async get<T>(key: string, ask: () => Promise<T>): Promise<Dated<T>> {
    const pending = this.#asked.get(key);
    if (pending) {
      return pending as Promise<Dated<T>>;
    }
    const asked = this.#read(key, ask).finally(() => this.#asked.delete(key));
    this.#asked.set(key, asked);
    return asked;
  }

  async #read<T>(key: string, ask: () => Promise<T>): Promise<Dated<T>> {
    const kept = await this.#cache.get(key);
    if (kept !== undefined) {
      return kept as unknown as Dated<T>;
    }
    const value = await ask();
    const dated = { value, readAt: new Date().toISOString() };
    await this.#cache.set(key, dated as unknown as JsonValue, {
      ttl: this.#ttlMs,
    });
    return dated;
  }
}
