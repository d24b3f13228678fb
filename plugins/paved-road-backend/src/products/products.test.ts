import { join } from 'node:path';
import {
  createMockDirectory,
  mockServices,
} from '@backstage/backend-test-utils';
import { JsonObject } from '@backstage/types';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  listProducts,
  productDetailSchema,
  productFormSchema,
} from '@paved-road/backstage-plugin-paved-road-common';
import { Aws, startAws } from '@paved-road/sandbox';
import request from 'supertest';
import { startPlugin } from '../__testUtils__/startPlugin';

jest.setTimeout(60_000);

const DEVELOPMENT = '111122223333';
const PRODUCTION = '444455556666';

const account = (id: string, accountId: string, environment: string) => ({
  id,
  title: `Payments, ${environment}`,
  accountId,
  region: 'eu-central-1',
  environment,
});

/** Over the wire, with AWS's own client. */
describe('products', () => {
  const directory = createMockDirectory();
  const environment = { ...process.env };
  let aws: Aws;

  beforeEach(async () => {
    directory.clear();
    aws = await startAws({
      port: 0,
      dataDirectory: directory.path,
      products: join(__dirname, '../../../../examples/products'),
    });
    process.env.AWS_ENDPOINT_URL_SERVICE_CATALOG = aws.url;
    process.env.AWS_ENDPOINT_URL_STS = aws.url;
  });

  afterEach(async () => {
    await aws.stop();
    process.env = { ...environment };
  });

  async function start(options: { denied?: boolean; aws?: JsonObject } = {}) {
    const server = await startPlugin({
      config: {
        aws: options.aws ?? {
          accounts: [
            {
              accountId: DEVELOPMENT,
              accessKeyId: 'SANDBOXPORTALDEVELOPMENT',
              secretAccessKey: 'sandbox',
            },
            {
              accountId: PRODUCTION,
              accessKeyId: 'SANDBOXPORTALPRODUCTION',
              secretAccessKey: 'sandbox',
            },
          ],
        },
      },
      pavedRoad: {
        products: {
          accounts: [
            account('development', DEVELOPMENT, 'development'),
            account('production', PRODUCTION, 'production'),
          ],
        },
      },
      features: options.denied
        ? [mockServices.permissions.factory({ result: AuthorizeResult.DENY })]
        : [],
    });
    return (path: string) => request(server).get(`/api/paved-road${path}`);
  }

  type Get = Awaited<ReturnType<typeof start>>;

  async function list(get: Get, query = '') {
    const { status, body } = await get(`/products${query}`);
    expect(status).toBe(200);
    return listProducts.response.parse(body);
  }

  async function bucketIn(get: Get, id: string) {
    const { items } = await list(get, `?account=${id}&text=encrypted%20bucket`);
    expect(items).toHaveLength(1);
    const path = `/products/${id}/${items[0].id}`;
    const { body } = await get(path);
    const product = productDetailSchema.parse(body);
    return { path, product, listed: items[0] };
  }

  it('shows what each account offers the portal, and says when it was asked', async () => {
    const get = await start();
    const body = await list(get);
    expect(body.accounts).toEqual([
      {
        ...account('development', DEVELOPMENT, 'development'),
        readAt: expect.stringMatching(/Z$/),
        truncated: false,
      },
      expect.objectContaining({ id: 'production' }),
    ]);
    expect(body.totalItems).toBe(body.items.length);
    const offered = body.items
      .filter(item => item.account === 'development')
      .map(({ name }) => name);
    expect(offered).toContain(body.items[0].name);
    // In production the portal is in fewer portfolios.
    const count = (id: string) =>
      body.items.filter(item => item.account === id).length;
    expect(count('production')).toBeLessThan(count('development'));
    expect(body.facets.owners.length).toBeGreaterThan(0);
  });

  it('asks no account again for what it has just answered', async () => {
    const get = await start();
    await list(get);
    const calls = aws.calls.length;
    await list(get, '?text=bucket');
    expect(aws.calls.length).toBe(calls);
  });

  it('narrows the list', async () => {
    const get = await start();
    const all = await list(get);
    const body = await list(get, '?account=production&text=bucket');
    expect(body.totalItems).toBe(all.totalItems);
    expect(body.items.length).toBeGreaterThan(0);
    for (const item of body.items) {
      expect(item.account).toBe('production');
    }
    expect((await get('/products?colour=red')).status).toBe(400);
  });

  it('shows a product with its versions and what the version asks', async () => {
    const get = await start();
    const { path, product, listed } = await bucketIn(get, 'production');
    expect(product).toMatchObject({ id: listed.id, name: listed.name });
    expect(product.versions.length).toBeGreaterThan(1);
    expect(product.launchPaths).toHaveLength(1);
    const form = await get(`${path}/versions/${product.versions[0].id}/form`);
    expect(form.status).toBe(200);
    const { groups, tagOptions } = productFormSchema.parse(form.body);
    const parameters = groups.flatMap(group => group.parameters);
    expect(parameters.length).toBeGreaterThan(0);
    expect(tagOptions.length).toBeGreaterThan(0);
  });

  it('asks for a launch path where there is more than one', async () => {
    const get = await start();
    const { path, product } = await bucketIn(get, 'development');
    expect(product.launchPaths.length).toBeGreaterThan(1);
    const form = `${path}/versions/${product.versions[0].id}/form`;
    const refused = await get(form);
    expect(refused.status).toBe(400);
    expect(refused.body.error.message).toContain(product.launchPaths[0].id);
    const { status } = await get(`${form}?path=${product.launchPaths[0].id}`);
    expect(status).toBe(200);
  });

  it('says that there is no such account, product or version', async () => {
    const get = await start();
    const missing = await get('/products/nowhere/prod-1');
    expect([missing.status, missing.body.error.message]).toEqual([
      404,
      "There is no account 'nowhere' for products",
    ]);
    expect((await get('/products/development/prod-nothing')).status).toBe(404);
  });

  it('shows the other accounts where one gives no access', async () => {
    aws.faults.set([
      {
        kind: 'accessDenied',
        operation: 'SearchProducts',
        account: PRODUCTION,
        times: 100,
      },
    ]);
    const get = await start();
    const body = await list(get);
    expect(body.items.length).toBeGreaterThan(0);
    expect(body.accounts[0].problem).toBeUndefined();
    expect(body.accounts[1]).toMatchObject({
      id: 'production',
      truncated: false,
      problem: { code: 'no-access' },
    });
    expect(body.accounts[1].problem?.message).not.toContain('arn:');
  });

  it('shows the other accounts where the role of one can’t be assumed', async () => {
    aws.faults.set([
      { kind: 'accessDenied', operation: 'AssumeRole', times: 100 },
    ]);
    const get = await start({
      aws: {
        mainAccount: {
          accessKeyId: 'SANDBOXPORTALDEVELOPMENT',
          secretAccessKey: 'sandbox',
          region: 'eu-central-1',
        },
        accounts: [
          {
            accountId: PRODUCTION,
            roleName: 'paved-road-portal',
            region: 'eu-central-1',
          },
        ],
      },
    });
    const refused = await list(get);
    expect(refused.accounts[0].problem).toBeUndefined();
    expect(refused.items.length).toBeGreaterThan(0);
    expect(refused.accounts[1].problem).toMatchObject({ code: 'no-access' });

    // Whoever mends the role is not kept waiting by what was answered before.
    aws.faults.set([]);
    const mended = await list(get);
    expect(mended.accounts[1].problem).toBeUndefined();
    expect(mended.items.map(item => item.account)).toContain('production');
  });

  it('outlasts some throttling', async () => {
    aws.faults.set([
      { kind: 'throttle', operation: 'SearchProducts', times: 2 },
    ]);
    const get = await start();
    const body = await list(get, '?account=development');
    expect(body.accounts[0].problem).toBeUndefined();
  });

  it('answers nobody without the permission', async () => {
    const get = await start({ denied: true });
    expect((await get('/products')).status).toBe(403);
  });
});
