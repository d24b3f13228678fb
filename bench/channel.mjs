import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { clock, latencyOf } from './latency.mjs';
import { startChannel } from './startChannel.mjs';

/** How many of the services have a repository on the forge. */
const WIRED = 100;

/**
 * The channel of a fleet: a look at the wiring of all services, one more of the
 * unchanged fleet, and how soon what was found is answered.
 */
export async function measureChannel({ directory, services }) {
  const place = join(directory, 'channel');
  mkdirSync(place);
  const channel = await startChannel({
    directory: place,
    wired: WIRED,
    services,
  });
  try {
    const look = async () => {
      const before = { rows: await channel.rows(), asked: channel.questions() };
      const wall = await clock(channel.lookAtAll);
      return {
        wall,
        rows: (await channel.rows()) - before.rows,
        questions: channel.questions() - before.asked,
      };
    };
    const first = await look();
    const again = await look();
    const { counts } = await channel.get('/adoption');
    const latencies = [];
    for (const [what, path] of [
      [
        'the channel of one service',
        index =>
          `/services/component/default/service-${
            (index * 37) % services
          }/channel`,
      ],
      ['adoption of all', () => '/adoption'],
    ]) {
      latencies.push({
        what,
        ...(await latencyOf(index => channel.get(path(index)))),
      });
    }
    return { wired: WIRED, services, counts, first, again, latencies };
  } finally {
    await channel.stop();
  }
}
