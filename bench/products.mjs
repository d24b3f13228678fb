import { clock, latencyOf } from './latency.mjs';
import { startProducts } from './startProducts.mjs';

const DATABASE = 'PostgreSQL database';

/** Readings of the unchanged account; a short one tells little alone. */
const READINGS = 9;

/** A launch of the database that the rules fail, by the database's name. */
async function databaseLaunch({ get }) {
  const { items } = await get(
    `/products?account=development&text=${encodeURIComponent(DATABASE)}`,
  );
  const product = await get(`/products/development/${items[0].id}`);
  return name => ({
    account: 'development',
    product: product.id,
    version: product.versions[0].id,
    path: product.launchPaths.at(-1).id,
    entityRef: 'component:default/service-0',
    parameters: [
      { key: 'DatabaseName', value: name },
      { key: 'MasterPassword', value: 'correct-horse-battery' },
      { key: 'Subnets', value: 'subnet-1,subnet-2' },
    ],
  });
}

/** How long one reading of the account takes, and what it gives the database to do. */
async function measureReading({ readAll, work }) {
  const before = await work();
  const wall = await clock(readAll);
  const after = await work();
  return {
    wall,
    statements: after.statements - before.statements,
    rows: after.rows - before.rows,
  };
}

/** The one of several readings that takes neither long nor short. */
async function measureMiddleReading(products) {
  const readings = [];
  for (let index = 0; index < READINGS; index++) {
    readings.push(await measureReading(products));
  }
  return readings.sort((a, b) => a.wall - b.wall)[Math.floor(READINGS / 2)];
}

/**
 * The backend over an account with `stored` provisioned products: the first
 * reading of them, more of the unchanged account, what the rules say of a
 * launch for the first time and again, and how soon requests are answered.
 */
export async function measureProducts({ directory, stored }) {
  const products = await startProducts({ directory, count: stored });
  try {
    const first = await measureReading(products);
    const unchanged = await measureMiddleReading(products);

    const { totalItems } = await products.get('/provisioned-products?limit=1');
    const ids = await idsOf(products);
    const launch = await databaseLaunch(products);
    const preflight = async name => {
      const { verdict, problem } = await products.post(
        '/preflight',
        launch(name),
      );
      if (verdict !== 'fail') {
        throw new Error(
          `The pre-flight says '${verdict}' of a database that fails: ${problem}`,
        );
      }
    };
    const firstPreflight = await clock(() => preflight('ledger'));
    const one = index =>
      products.get(`/provisioned-products/${ids[(index * 37) % ids.length]}`);
    const latencies = [];
    for (const [what, request] of [
      [
        'list of provisioned products, 100 a page',
        () => products.get('/provisioned-products?limit=100'),
      ],
      ['one of them, its outputs read from AWS', one],
      ['the same, its outputs in the cache', one],
      [
        'pre-flight, other values each time',
        index => preflight(`ledger${index}`),
      ],
      ['pre-flight, the same values', () => preflight('ledger')],
    ]) {
      latencies.push({ what, ...(await latencyOf(request)) });
    }
    return {
      first,
      unchanged,
      firstPreflight: firstPreflight * 1000,
      repeatedPreflight: latencies.at(-1).median,
      latencies,
      totalItems,
    };
  } finally {
    await products.stop();
  }
}

async function idsOf({ get }) {
  const ids = [];
  let cursor;
  do {
    const page = await get(
      `/provisioned-products?limit=100${cursor ? `&cursor=${cursor}` : ''}`,
    );
    ids.push(...page.items.map(({ id }) => id));
    cursor = page.nextCursor;
  } while (cursor);
  return ids;
}
