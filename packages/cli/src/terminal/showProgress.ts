import { SingleBar } from 'cli-progress';

/** Shows how far something is. */
export interface Progress {
  update(done: number, total: number): void;
  stop(): void;
}

/** A bar on the terminal where a person watches; nothing anywhere else. */
export function showProgress(
  stream: NodeJS.WriteStream | undefined,
  what: string,
): Progress {
  if (!stream) {
    return { update: () => {}, stop: () => {} };
  }
  const bar = new SingleBar({
    stream,
    clearOnComplete: true,
    hideCursor: true,
    format: `${what} {bar} {percentage}%`,
    barCompleteChar: '█',
    barIncompleteChar: '░',
    barsize: 30,
  });
  let started = false;
  return {
    update(done, total) {
      if (!started) {
        started = true;
        bar.start(total, done);
      }
      bar.setTotal(total);
      bar.update(done);
    },
    stop() {
      if (started) {
        bar.stop();
      }
    },
  };
}
