/** An answer that its host calls by a name. */
interface KnownAnswer {
  etag: string;
  body: unknown;
}

/** Of one answer; what is asked for rarely gets near it. */
const MAX_BYTES = 64 * 1024;

/**
 * What was answered before, in this process. GitHub doesn't count a question
 * against the limit whose answer is still the same
 * (https://docs.github.com/en/rest/using-the-rest-api/best-practices-for-using-the-rest-api),
 * so that a token is good for a large fleet. The host is asked each time all the
 * same, and with the credentials of now: nothing is taken for true without it.
 */
export class KnownAnswers {
  readonly #answers = new Map<string, KnownAnswer>();
  readonly #most: number;

  /** @param most - how many are kept, the ones used last */
  constructor(most: number = 10_000) {
    this.#most = most;
  }

  get(url: string): KnownAnswer | undefined {
    const known = this.#answers.get(url);
    if (known) {
      // The map's order is that of the last use.
      this.#answers.delete(url);
      this.#answers.set(url, known);
    }
    return known;
  }

  /** Keeps what a host says of a page; what it has no name for is forgotten. */
  keep(url: string, { headers, status }: Response, body: unknown): void {
    this.#answers.delete(url);
    const etag = headers.get('etag');
    if (
      status !== 200 ||
      !etag ||
      body === undefined ||
      JSON.stringify(body).length > MAX_BYTES
    ) {
      return;
    }
    this.#answers.set(url, { etag, body });
    const [oldest] = this.#answers.keys();
    if (this.#answers.size > this.#most) {
      this.#answers.delete(oldest);
    }
  }
}
