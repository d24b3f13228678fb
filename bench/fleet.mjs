import { clock, latencyOf } from './latency.mjs';
import { startFleet } from './startFleet.mjs';

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
