import { constants } from 'node:os';

/** Tells what runs that the person wants it to stop. */
export interface Interruption {
  signal: AbortSignal;
  /** The exit code that a shell expects of a process that a signal ended. */
  exitCode(): number;
}

/**
 * Turns the first SIGINT or SIGTERM into an abort, so that no engine process
 * and no half-written file is left behind; the second one ends at once.
 */
export function watchInterruption(): Interruption {
  const controller = new AbortController();
  let code = 1;
  const interrupt = (name: 'SIGINT' | 'SIGTERM') => {
    code = 128 + constants.signals[name];
    controller.abort();
  };
  process.once('SIGINT', interrupt).once('SIGTERM', interrupt);
  return { signal: controller.signal, exitCode: () => code };
}
