/** Each request so often, the first ones apart, which nothing is warm for. */
const REQUESTS = 200;
const WARM_UP = 20;

/** How long it takes, in seconds. */
export async function clock(action) {
  const begin = process.hrtime.bigint();
  await action();
  return Number(process.hrtime.bigint() - begin) / 1e9;
}

/** Median and 95th percentile in milliseconds, of requests one after the other. */
export async function latencyOf(request) {
  const times = [];
  for (let index = 0; index < WARM_UP + REQUESTS; index++) {
    times.push((await clock(() => request(index))) * 1000);
  }
  const sorted = times.slice(WARM_UP).sort((a, b) => a - b);
  return {
    median: sorted[Math.floor(sorted.length / 2)],
    p95: sorted[Math.floor(sorted.length * 0.95)],
  };
}
