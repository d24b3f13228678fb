import { setTimeout as sleep } from 'node:timers/promises';
import { Log } from '../Steps';

/**
 * Asks for something, and again after each pause for as long as the answer may
 * become another one.
 *
 * @throws the signal's reason where it is aborted.
 */
export async function askAgain<T>(
  options: { retryMs: number[]; log: Log; signal: AbortSignal },
  ask: () => Promise<T>,
  mayChange: (answer: T) => boolean,
): Promise<T> {
  const { log, retryMs, signal } = options;
  let answer = await ask();
  for (const wait of retryMs) {
    if (!mayChange(answer)) {
      break;
    }
    log(`▸ Asked again in ${Math.ceil(wait / 1_000)} s\n`);
    await sleep(wait, undefined, { signal });
    answer = await ask();
  }
  return answer;
}
