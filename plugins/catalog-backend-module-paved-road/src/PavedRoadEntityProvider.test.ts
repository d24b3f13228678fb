import { Entity } from '@backstage/catalog-model';
import { EntityProviderMutation } from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { provisionedProduct } from './__testUtils__/provisionedProduct';
import { SERVICES, startModule } from './__testUtils__/startModule';

jest.setTimeout(60_000);

function offered(mutation: EntityProviderMutation): Entity[] {
  if (mutation.type !== 'full') {
    throw new Error('is not a full one');
  }
  return mutation.entities.map(({ entity }) => entity);
}

const titles = (mutation: EntityProviderMutation) =>
  offered(mutation).map(({ metadata }) => metadata.title);

describe('PavedRoadEntityProvider', () => {
  it('offers what is provisioned, with what the catalog knows of the service', async () => {
    const { backend, mutations, run } = await startModule();
    backend.has(
      provisionedProduct({ id: 'a1', name: 'receipts' }),
      provisionedProduct({
        id: 'a2',
        name: 'bookings',
        entityRef: 'component:default/ledger',
      }),
      provisionedProduct({ id: 'a3', name: 'by hand', origin: 'outside' }),
      provisionedProduct({ id: 'a4', name: 'gone', status: 'TERMINATED' }),
    );
    await run();

    expect(mutations).toEqual([
      {
        type: 'full',
        entities: [
          expect.objectContaining({ locationKey: 'paved-road' }),
          expect.objectContaining({ locationKey: 'paved-road' }),
        ],
      },
    ]);
    expect(offered(mutations[0])).toEqual([
      expect.objectContaining({
        metadata: expect.objectContaining({
          title: 'receipts',
          links: [
            expect.objectContaining({
              url: 'https://portal.example/paved-road/provisioned/a1',
            }),
          ],
        }),
        spec: {
          type: 'provisioned-product',
          owner: 'group:default/payments',
          system: 'system:default/cards',
          dependencyOf: ['component:default/payments-api'],
        },
      }),
      expect.objectContaining({
        metadata: expect.objectContaining({ title: 'bookings' }),
        spec: {
          type: 'provisioned-product',
          owner: 'user:default/mia',
          dependencyOf: ['component:default/ledger'],
        },
      }),
    ]);
  });

  it('reads every page', async () => {
    const { backend, mutations, run } = await startModule();
    const products = Array.from({ length: 250 }, (_, index) =>
      provisionedProduct({ id: `a${index}`, name: `bucket-${index}` }),
    );
    backend.has(...products);
    await run();
    expect(titles(mutations[0])).toEqual(products.map(({ name }) => name));
    expect(
      new Set(offered(mutations[0]).map(({ metadata }) => metadata.name)).size,
    ).toBe(250);
  });

  it('takes away what is no more, down to the last one', async () => {
    const { backend, mutations, run } = await startModule();
    backend.has(provisionedProduct());
    await run();
    backend.has();
    await run();
    expect(mutations.map(titles)).toEqual([['receipts'], []]);
  });

  it('leaves out what has no service in the catalog or no owner, and says so once', async () => {
    const { backend, leftOut, mutations, run } = await startModule();
    const lost = provisionedProduct({
      id: 'a2',
      name: 'lost',
      entityRef: 'component:default/forgotten',
    });
    const nobodys = provisionedProduct({
      id: 'a3',
      name: 'unowned',
      entityRef: 'component:default/nobodys',
    });
    backend.has(provisionedProduct(), lost, nobodys);
    await run();
    await run();
    expect(mutations.map(titles)).toEqual([['receipts'], ['receipts']]);
    expect(leftOut()).toEqual([
      expect.stringContaining('lost (a2) of component:default/forgotten'),
    ]);
    expect(leftOut()[0]).toContain('unowned (a3) of component:default/nobodys');

    backend.has(nobodys);
    await run();
    expect(leftOut()).toHaveLength(2);
    expect(leftOut()[1]).not.toContain('forgotten');
  });

  it('applies nothing where a page can’t be read, and tries again', async () => {
    const { backend, mutations, run } = await startModule();
    backend.has(
      ...Array.from({ length: 150 }, (_, index) =>
        provisionedProduct({ id: `a${index}` }),
      ),
    );
    backend.failsAt(100);
    await expect(run()).rejects.toThrow(
      /keeps the provisioned products that it had.*503/,
    );
    expect(mutations).toEqual([]);

    backend.failsAt(undefined);
    await run();
    expect(offered(mutations[0])).toHaveLength(150);
  });

  it('applies nothing where some are missing from the list', async () => {
    const { backend, mutations, run } = await startModule();
    backend.has(
      ...Array.from({ length: 150 }, (_, index) =>
        provisionedProduct({ id: `a${index}` }),
      ),
    );
    backend.endsEarlyAt(100);
    await expect(run()).rejects.toThrow(/100 of 150 were found/);
    expect(mutations).toEqual([]);
  });

  it('applies nothing where the catalog can’t be read', async () => {
    const { backend, mutations, run } = await startModule({
      catalog: catalogServiceMock.mock({
        getEntitiesByRefs: async () => {
          throw new Error('The catalog is starting');
        },
      }).factory,
    });
    backend.has(provisionedProduct());
    await expect(run()).rejects.toThrow(/The catalog is starting/);
    expect(mutations).toEqual([]);
  });

  it('applies nothing once its time is over', async () => {
    const time = new AbortController();
    const { backend, mutations, run } = await startModule({
      catalog: catalogServiceMock.mock({
        getEntitiesByRefs: async () => {
          time.abort();
          return { items: [SERVICES[0]] };
        },
      }).factory,
    });
    backend.has(provisionedProduct());
    await expect(run(time.signal)).rejects.toThrow(/aborted/);
    expect(mutations).toEqual([]);
  });

  it('runs every minute unless the configuration says otherwise', async () => {
    const byDefault = await startModule();
    expect(byDefault.schedules).toEqual([
      {
        frequency: { minutes: 1 },
        timeout: { minutes: 1 },
        initialDelay: { seconds: 15 },
      },
    ]);
    const configured = await startModule({
      schedule: { frequency: 'PT1H', timeout: 'PT5M' },
    });
    expect(configured.schedules).toEqual([
      { frequency: { hours: 1 }, timeout: { minutes: 5 } },
    ]);
  });
});
