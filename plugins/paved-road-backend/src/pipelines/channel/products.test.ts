import {
  parametersOf,
  useProducts,
} from '../../products/provisioned/__testUtils__/startProducts';
import { TEAM } from './__testUtils__/repositories';

/** The sandbox's table stands in for the pipeline: both are products. */
const PRODUCT = 'Key-value table';

const { pass, startPortal, startSandbox } = useProducts();

const serviceCatalogOf = (productId: string) => ({
  pavedRoad: {
    channel: {
      platformTeam: TEAM,
      serviceCatalog: { account: 'development', productId },
    },
  },
});

describe('a pipeline that is a product of Service Catalog', () => {
  it('is seen where it is provisioned for the service, and while it changes', async () => {
    await startSandbox();
    const first = await startPortal();
    const { detail } = await first.productBy(PRODUCT);
    const { knex } = first;
    await first.stop();
    const portal = await startPortal({ knex, ...serviceCatalogOf(detail.id) });
    const check = async (name: string) => {
      const { body, status } = await portal.post(
        `/services/component/default/${name}/channel/checks`,
        {},
      );
      expect([status, body.error]).toEqual([200, undefined]);
      return body;
    };
    const own = async (name: string) => {
      const { items, provider } = await check(name);
      return [
        provider,
        ...items
          .filter(({ code }: { code: string }) => code.includes('pipeline'))
          .map(
            ({ code, verdict }: { code: string; verdict: string }) =>
              `${code} ${verdict}`,
          ),
      ];
    };
    expect(await own('payments')).toEqual([undefined]);

    const launched = await portal.launch(PRODUCT, parametersOf.table, {
      tags: [{ key: 'DataClass', value: 'internal' }],
    });
    await portal.follow();
    expect(await own('payments')).toEqual([
      'service-catalog',
      'pipeline-provisioned unknown',
    ]);
    pass(30);
    await portal.follow();
    await portal.sync();
    const { status } = await portal.read(launched.provisionedProductId);
    expect(status).toBe('AVAILABLE');
    expect(await own('payments')).toEqual([
      'service-catalog',
      'own-pipeline pass',
      'pipeline-provisioned pass',
    ]);
    // Its neighbour has none, and gets none by claiming it.
    expect(await own('ledger')).toEqual([undefined]);

    // AWS has told nothing for too long.
    await knex('provisioned_products').update({
      read_at: '2020-01-01T00:00:00.000Z',
    });
    expect(await own('payments')).toEqual([
      'service-catalog',
      'pipeline-provisioned unknown',
    ]);
  });
});
