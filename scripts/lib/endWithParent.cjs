/**
 * Loaded into a child before its own code: ends it once the process that has
 * started it is gone, however that came.
 */
const parent = process.ppid;
setInterval(() => {
  if (process.ppid !== parent) {
    process.kill(process.pid, 'SIGTERM');
  }
}, 1_000).unref();
