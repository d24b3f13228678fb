import { setTimeout as sleep } from 'node:timers/promises';
import { ResponseError } from '@backstage/errors';
import { portalError } from '../portalError';
import { TaskContext } from '../TaskContext';

/** How long and how often the portal is asked. */
export interface Patience {
  /** As `Date.now()` tells it. */
  until: number;
  intervalMs: number;
}

/**
 * Asks until there is an answer, as long as what is in the way may pass, and
 * says in the log what that is.
 *
 * @throws what is in the way, where it does not pass by itself or in time
 */
export async function askAgain<T>(
  ask: () => Promise<T>,
  mayPass: (error: unknown) => boolean,
  { until, intervalMs }: Patience,
  { logger, signal }: Pick<TaskContext, 'logger' | 'signal'>,
): Promise<T> {
  let told: string | undefined;
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (!mayPass(error) || Date.now() >= until) {
        throw error;
      }
      const { message } = portalError(error);
      if (message !== told) {
        logger.warn(`${message}; asking again`);
        told = message;
      }
      await sleep(intervalMs, undefined, { signal });
    }
  }
}

/** The portal can't be reached, or is not well. */
export function isOutage(error: unknown): boolean {
  return ResponseError.is(error)
    ? error.statusCode >= 500 || error.statusCode === 429
    : // What fetch throws where there is no answer.
      error instanceof TypeError;
}

export function isNotFound(error: unknown): boolean {
  return ResponseError.is(error) && error.statusCode === 404;
}
