import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import {
  BackendFeature,
  createServiceFactory,
  SchedulerServiceTaskFunction,
} from '@backstage/backend-plugin-api';
import {
  createMockDirectory,
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { JsonObject } from '@backstage/types';
import { notificationService } from '@backstage/plugin-notifications-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import {
  getProvisionedProduct,
  launchProduct,
  OperationInput,
  productDetailSchema,
} from '@paved-road/backstage-plugin-paved-road-common';
import { AwsOptions, startAws } from '@paved-road/sandbox';
import { Knex } from 'knex';
import request from 'supertest';
import { createTestDatabases } from '../../../__testUtils__/databases';
import { component } from '../../../compliance/__testUtils__/component';
import { pavedRoadPlugin } from '../../../plugin';

const PRODUCTS = join(__dirname, '../../../../../../examples/products');

const SECOND = 1_000;

/** A rule that the sandbox's PostgreSQL database fails. */
const PACK = {
  'acme/pack.yaml': 'id: acme\ntitle: Acme\nowner: group:default/security\n',
  'acme/database_is_encrypted.guard': `let databases = Resources.*[ Type == 'AWS::RDS::DBInstance' ]

rule database_is_encrypted when %databases !empty {
  %databases.Properties.StorageEncrypted == true
    <<Set StorageEncrypted to true>>
}
`,
};

/** Runs a task when a test says so. */
class ManualScheduler {
  readonly #tasks = new Map<string, SchedulerServiceTaskFunction>();

  readonly factory = mockServices.scheduler.mock({
    scheduleTask: async ({ id, fn }) => {
      this.#tasks.set(id, fn);
    },
  }).factory;

  async run(id: string): Promise<void> {
    await this.#tasks.get(id)?.(new AbortController().signal);
  }
}

/** Also where a test has stopped it already. */
function once(stop: () => Promise<unknown>) {
  let stopped: Promise<unknown> | undefined;
  return () => {
    stopped ??= stop();
    return stopped;
  };
}

export interface StartOptions {
  /** What holds in the account; development, which blocks nothing, where absent. */
  environment?: string;
  knex?: Knex;
  /** Of `pavedRoad`, beside the products. */
  pavedRoad?: JsonObject;
  features?: BackendFeature[];
}

type LaunchBody = OperationInput<typeof launchProduct>['body'];

/**
 * Starts the plugin over a sandbox AWS whose time passes when a test says so;
 * to be called where tests are declared.
 */
export function useProducts() {
  const databases = createTestDatabases();
  const directory = createMockDirectory();
  const environment = { ...process.env };
  const time = { now: Date.UTC(2026, 10, 25) };
  const stops: (() => Promise<unknown>)[] = [];

  beforeEach(() => {
    directory.setContent(PACK);
  });

  afterEach(async () => {
    await Promise.all(stops.splice(0).map(stop => stop()));
    process.env = { ...environment };
  });

  const startSandbox = async (options: Partial<AwsOptions> = {}) => {
    const aws = await startAws({
      port: 0,
      dataDirectory: directory.resolve('aws'),
      products: PRODUCTS,
      clock: () => time.now,
      timing: {
        startsAfterMs: SECOND,
        endsAfterMs: 10 * SECOND,
        planAfterMs: 0,
      },
      ...options,
    });
    const stop = once(() => aws.stop());
    stops.push(stop);
    process.env.AWS_ENDPOINT_URL_SERVICE_CATALOG = aws.url;
    process.env.AWS_ENDPOINT_URL_STS = aws.url;
    return { ...aws, stop };
  };

  const startPortal = async (options: StartOptions = {}) => {
    const knex = options.knex ?? (await databases.init('SQLITE_3'));
    const scheduler = new ManualScheduler();
    const notifications: unknown[] = [];
    const signals: unknown[] = [];
    const audit: unknown[] = [];
    const auditor = mockServices.auditor.mock({
      createEvent: async ({ request: _, ...event }) => {
        audit.push(event);
        return {
          success: async end => void audit.push({ ...event, ...end }),
          fail: async end => void audit.push({ ...event, ...end }),
        };
      },
    });
    const logs: string[] = [];
    const log = (message: string, meta?: unknown) =>
      void logs.push(`${message} ${JSON.stringify(meta ?? '')}`);
    const logger = mockServices.logger.mock({
      info: log,
      warn: log,
      error: log,
      debug: log,
      child: () => logger,
    });
    const backend = await startTestBackend({
      features: [
        pavedRoadPlugin,
        mockServices.rootConfig.factory({
          data: {
            aws: {
              accounts: [
                {
                  accountId: '111122223333',
                  accessKeyId: 'SANDBOXPORTALDEVELOPMENT',
                  secretAccessKey: 'sandbox',
                },
                {
                  accountId: '444455556666',
                  accessKeyId: 'SANDBOXPORTALPRODUCTION',
                  secretAccessKey: 'sandbox',
                },
              ],
            },
            pavedRoad: {
              ...options.pavedRoad,
              packs: [{ target: directory.resolve('acme') }],
              products: {
                accounts: [
                  {
                    id: 'development',
                    title: 'Payments, development',
                    accountId: '111122223333',
                    region: 'eu-central-1',
                    environment: options.environment ?? 'development',
                  },
                  {
                    id: 'production',
                    title: 'Payments, production',
                    accountId: '444455556666',
                    region: 'eu-central-1',
                    environment: 'production',
                  },
                ],
              },
            },
          },
        }),
        mockServices.database.factory({ knex }),
        scheduler.factory,
        auditor.factory,
        logger.factory,
        createServiceFactory({
          service: notificationService,
          deps: {},
          factory: () => ({
            send: async sent => void notifications.push(sent),
          }),
        }),
        createServiceFactory({
          service: signalsServiceRef,
          deps: {},
          factory: () => ({
            publish: async sent => void signals.push(sent),
          }),
        }),
        catalogServiceMock.factory({
          entities: [component('payments'), component('ledger')],
        }),
        ...(options.features ?? []),
      ],
    });
    const stop = once(() => backend.stop());
    stops.push(stop);
    const call = (method: 'get' | 'post', path: string, as?: string) =>
      request(backend.server)
        [method](`/api/paved-road${path}`)
        .set('Authorization', as ?? mockCredentials.user.header());
    const get = (path: string, as?: string) => call('get', path, as);
    const post = (path: string, body: object, as?: string) =>
      call('post', path, as).send(body);

    /** A product as it is launched along its last path. */
    async function productBy(name: string, account = 'development') {
      const { body } = await get(
        `/products?account=${account}&text=${encodeURIComponent(name)}`,
      );
      const { id } = body.items.find(
        (item: { account: string }) => item.account === account,
      );
      const detail = productDetailSchema.parse(
        (await get(`/products/${account}/${id}`)).body,
      );
      return { detail, path: detail.launchPaths.at(-1)?.id };
    }

    async function bodyOf(
      product: string,
      parameters: Record<string, string>,
      more: Partial<LaunchBody> & { versionName?: string } = {},
    ): Promise<LaunchBody> {
      const { versionName, ...rest } = more;
      const { detail, path } = await productBy(product, rest.account);
      const version = versionName
        ? detail.versions.find(({ name }) => name === versionName)
        : detail.versions[0];
      return {
        changeId: randomUUID(),
        account: 'development',
        product: detail.id,
        version: version!.id,
        path,
        entityRef: 'component:default/payments',
        name: 'orders',
        parameters: Object.entries(parameters).map(([key, value]) => ({
          key,
          value,
        })),
        tags: [],
        ...rest,
      };
    }

    return {
      knex,
      get,
      post,
      audit,
      logs,
      notifications,
      signals,
      productBy,
      stop,
      sync: () => scheduler.run('paved-road-read-provisioned-products'),

      /** Looks at all changes at once, and takes over what a crash has left. */
      async follow() {
        await knex('open_product_changes').update({
          next_look_at: '',
          lease_until: '',
        });
        await scheduler.run('paved-road-follow-product-changes');
      },

      bodyOf,

      /** Launches and expects that it is taken. */
      async launch(...of: Parameters<typeof bodyOf>) {
        const { body, status } = await post(
          '/provisioned-products',
          await bodyOf(...of),
        );
        expect([status, body.error]).toEqual([202, undefined]);
        return launchProduct.response.parse(body);
      },

      async read(id: string) {
        const { body, status } = await get(`/provisioned-products/${id}`);
        expect([status, body.error]).toEqual([200, undefined]);
        return getProvisionedProduct.response.parse(body);
      },
    };
  };

  return {
    startSandbox,
    startPortal,
    /** Where the sandbox AWS keeps its state. */
    dataDirectory: () => directory.resolve('aws'),
    pass(seconds: number) {
      time.now += seconds * SECOND;
    },
  };
}

/** What the examples' products ask for. */
export const parametersOf = {
  queue: { QueueName: 'orders' },
  table: { TableName: 'orders', Owner: 'payments' },
  database: {
    DatabaseName: 'ledger',
    MasterPassword: 'correct-horse-battery',
    Subnets: 'subnet-1,subnet-2',
  },
};
