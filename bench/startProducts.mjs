import { join } from 'node:path';
import { fromRoot } from '../scripts/lib/paths.mjs';
import { require, startBackend } from './startBackend.mjs';

const {
  catalogServiceMock,
} = require('@backstage/plugin-catalog-node/testUtils');
const { startAws } = require('@paved-road/sandbox');
const { multiplyOutside, provisionOutside } = require(fromRoot(
  'plugins/paved-road-backend/src/products/provisioned/__testUtils__/outside.ts',
));

const ENTITIES = 200;

const nameOf = index => `service-${index % ENTITIES}`;

const entity = (_, index) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: nameOf(index), namespace: 'default' },
  relations: [
    { type: 'ownedBy', targetRef: `group:default/team-${index % 40}` },
  ],
});

async function startSandbox(dataDirectory, clock) {
  const aws = await startAws({
    port: 0,
    dataDirectory,
    products: fromRoot('examples/products'),
    clock,
  });
  process.env.AWS_ENDPOINT_URL_SERVICE_CATALOG = aws.url;
  process.env.AWS_ENDPOINT_URL_STS = aws.url;
  return aws;
}

/** A sandbox AWS with that many provisioned products in one account. */
async function startFullSandbox(dataDirectory, count) {
  const launchedAt = Date.now() - 60_000;
  const first = await startSandbox(dataDirectory, () => launchedAt);
  await provisionOutside('queue-0', {
    tags: { 'paved-road:entity': `component:default/${nameOf(0)}` },
  });
  await first.stop();
  await multiplyOutside(dataDirectory, count, index => [
    { Key: 'CostCentre', Value: '4200' },
    { Key: 'paved-road:entity', Value: `component:default/${nameOf(index)}` },
  ]);
  return startSandbox(dataDirectory);
}

/**
 * Starts the backend plugin over an account with many provisioned products. AWS
 * is the sandbox, in this process; the catalog answers at once.
 *
 * @param directory - where the database and AWS's state lie
 */
export async function startProducts({ directory, count }) {
  const aws = await startFullSandbox(join(directory, 'aws'), count);
  const backend = await startBackend({
    database: join(directory, 'products.sqlite'),
    config: {
      aws: {
        accounts: [
          {
            accountId: '111122223333',
            accessKeyId: 'SANDBOXPORTALDEVELOPMENT',
            secretAccessKey: 'sandbox',
          },
        ],
      },
      pavedRoad: {
        products: {
          accounts: [
            {
              id: 'development',
              accountId: '111122223333',
              region: 'eu-central-1',
              environment: 'development',
            },
          ],
        },
      },
    },
    features: [
      catalogServiceMock.factory({
        entities: Array.from({ length: ENTITIES }, entity),
      }),
    ],
  });
  let statements = 0;
  backend.knex.on('query', () => {
    statements += 1;
  });
  return {
    get: backend.get,
    post: backend.post,
    /** Reads what is provisioned, as the schedule does. */
    readAll: () => backend.runTask('paved-road-read-provisioned-products'),
    /** How much the database was given to do so far. */
    async work() {
      const sent = statements;
      const [{ rows }] = await backend.knex.raw(
        'select total_changes() as rows',
      );
      statements = sent;
      return { statements: sent, rows };
    },
    async stop() {
      await backend.stop();
      await aws.stop();
    },
  };
}
