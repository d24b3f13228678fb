/** Calls back once the process that has started this one is gone. */
function whenParentEnds(callback: () => void) {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid !== parent) {
      clearInterval(timer);
      callback();
    }
  }, 1_000);
  timer.unref();
}

/** Stops a server in good order when the process is told to end, or its parent has ended. */
export function endWith(server: { stop(): Promise<void> }) {
  let ending = false;
  const end = async () => {
    if (!ending) {
      ending = true;
      await server.stop();
      process.exit(0);
    }
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, end);
  }
  whenParentEnds(end);
}
