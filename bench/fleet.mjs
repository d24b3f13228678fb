import { startFleet } from './startFleet.mjs';

/** Each request so often, the first ones apart, which nothing is warm for. */
const REQUESTS = 200;
const WARM_UP = 20;

async function clock(action) {
  const begin = process.hrtime.bigint();
  await action();
  return Number(process.hrtime.bigint() - begin) / 1e9;
}

/** Median and 95th percentile in milliseconds, of requests one after the other. */
async function latencyOf(request) {
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

/**
 * The backend over a fleet: the first check of services with a document each,
 * one more of the unchanged fleet, and, once there are `stored` services, how
 * soon their status is answered.
 */
export async function measureFleet(documents, { directory, stored }) {
  const services = new Map(
    documents.map((document, index) => [`service-${index}`, document]),
  );
  const fleet = await startFleet(services, directory);
  try {
    const first = await clock(fleet.checkAll);
    const recheck = await clock(fleet.checkAll);
    for (let index = services.size; index < stored; index++) {
      services.set(`service-${index}`, documents[index % documents.length]);
    }
    await fleet.checkAll();
    const pathOf = index =>
      `/services/component/default/service-${(index * 37) % stored}`;
    const latencies = [];
    for (const [what, path] of [
      ['status of one service', pathOf],
      ['its history', index => `${pathOf(index)}/checks?limit=20`],
      ['list of services, by urgency', () => '/services?limit=20'],
      [
        'list of services, failing, by name',
        () => '/services?limit=20&verdict=fail&sort=name',
      ],
    ]) {
      latencies.push({
        what,
        ...(await latencyOf(index => fleet.get(path(index)))),
      });
    }
    const { totalItems, counts } = await fleet.get('/services?limit=1');
    return { first, recheck, latencies, totalItems, counts };
  } finally {
    await fleet.stop();
  }
}
