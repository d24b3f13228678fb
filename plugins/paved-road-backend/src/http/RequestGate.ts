import { TooManyRequestsError } from './errors';

interface Waiting {
  caller: string;
  letIn: () => void;
}

/**
 * Lets so many requests in at once. Some more wait outside, with their bodies
 * unread, so that what is held in memory is bounded too. One caller takes half
 * of the places at most, inside and outside, so that nobody keeps the others out.
 */
export class RequestGate {
  readonly #places: number;
  readonly #waitingPlaces: number;
  readonly #inside = new Map<string, number>();
  #waiting: Waiting[] = [];

  constructor(places: number) {
    this.#places = places;
    this.#waitingPlaces = 8 * places;
  }

  /**
   * Waits for a place, and answers how to give it back; a second call of that
   * does nothing.
   *
   * @throws TooManyRequestsError where too many wait already; the signal's
   * reason once it is aborted.
   */
  async enter(caller: string, signal: AbortSignal): Promise<() => void> {
    signal.throwIfAborted();
    if (!this.#hasPlace(caller)) {
      await this.#wait(caller, signal);
    } else {
      this.#count(caller, 1);
    }
    let left = false;
    return () => {
      if (!left) {
        left = true;
        this.#count(caller, -1);
        this.#letNextIn();
      }
    };
  }

  #wait(caller: string, signal: AbortSignal): Promise<void> {
    const own = this.#waiting.filter(other => other.caller === caller).length;
    if (
      this.#waiting.length >= this.#waitingPlaces ||
      own >= half(this.#waitingPlaces)
    ) {
      throw new TooManyRequestsError(
        'Too many requests are waiting to be worked on; try again later',
      );
    }
    return new Promise<void>((resolve, reject) => {
      const waiting: Waiting = { caller, letIn: resolve };
      this.#waiting.push(waiting);
      signal.addEventListener(
        'abort',
        () => {
          this.#waiting = this.#waiting.filter(other => other !== waiting);
          reject(signal.reason);
        },
        { once: true },
      );
    });
  }

  #letNextIn(): void {
    const next = this.#waiting.find(({ caller }) => this.#hasPlace(caller));
    if (next) {
      this.#waiting = this.#waiting.filter(other => other !== next);
      // Counted here, so that nobody takes the place before the one let in runs.
      this.#count(next.caller, 1);
      next.letIn();
    }
  }

  #hasPlace(caller: string): boolean {
    const all = [...this.#inside.values()].reduce((sum, n) => sum + n, 0);
    return (
      all < this.#places && (this.#inside.get(caller) ?? 0) < half(this.#places)
    );
  }

  #count(caller: string, change: number): void {
    const count = (this.#inside.get(caller) ?? 0) + change;
    if (count > 0) {
      this.#inside.set(caller, count);
    } else {
      this.#inside.delete(caller);
    }
  }
}

/** What one caller takes of some places at most. */
function half(places: number): number {
  return Math.ceil(places / 2);
}
