import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  paginateSearchProvisionedProducts,
  ScanProvisionedProductsCommand,
  SearchProvisionedProductsCommand,
  ListRecordHistoryCommand,
  UpdateProvisionedProductCommand,
} from '@aws-sdk/client-service-catalog';
import { TestAws } from '../__testUtils__/TestAws';
import { Ledger } from './Ledger';
import { State, StoredProvisionedProduct, StoredRecord } from './model';

describe('what is kept', () => {
  jest.setTimeout(60_000);
  let aws: TestAws;

  beforeEach(async () => {
    aws = await TestAws.start();
  });
  afterEach(() => aws.end());

  const mine = {
    AccessLevelFilter: { Key: 'Account', Value: 'self' },
  } as const;

  it('survives a restart in the middle of a launch', async () => {
    const record = await aws.provision('Message queue', 'orders');
    aws.pass(2);
    await aws.restart();
    expect(await aws.statuses(record)).toEqual(['IN_PROGRESS', 'UNDER_CHANGE']);
    await aws.restart();
    aws.pass(20);
    expect(await aws.statuses(record)).toEqual(['SUCCEEDED', 'AVAILABLE']);
    const again = await aws.provision('Message queue', 'orders');
    expect(again.RecordId).toBe(record.RecordId);
  });

  it('has no value of a NoEcho parameter in it, and an update can keep it', async () => {
    const id = await aws.provisioned('PostgreSQL database', 'ledger');
    const state = await readFile(join(aws.directory, 'aws.json'), 'utf8');
    expect(state).toContain('MasterPassword');
    expect(state).not.toContain('correct-horse-battery');
    const { RecordDetail } = await aws.client().send(
      new UpdateProvisionedProductCommand({
        ProvisionedProductId: id,
        ProvisioningParameters: [
          { Key: 'MasterPassword', UsePreviousValue: true },
        ],
        UpdateToken: 'update-1',
      }),
    );
    aws.pass(60);
    expect(await aws.statuses(RecordDetail!)).toEqual([
      'SUCCEEDED',
      'AVAILABLE',
    ]);
  });

  it('is replaced as a whole, and leaves nothing half written', async () => {
    await aws.provision('Message queue', 'orders');
    expect(await readdir(aws.directory)).toEqual(['aws.json']);
  });

  it.each(['{"format":', '{"format":7}', '[]'])(
    'says which file to remove where it is not a state but %s',
    async text => {
      const path = join(aws.directory, 'aws.json');
      await writeFile(path, text);
      expect(() => new Ledger(aws.directory)).toThrow(
        `${path} isn't a state of this sandbox AWS`,
      );
    },
  );

  it('gives ids that nobody takes for real ones', async () => {
    const id = await aws.provisioned('Encrypted bucket', 'receipts');
    expect(id).toMatch(/^pp-sandbox/);
    const { ProductId, LastRecordId } = await aws.provisionedProduct(id);
    expect(ProductId).toMatch(/^prod-sandbox/);
    expect(LastRecordId).toMatch(/^rec-sandbox/);
  });

  describe('of 1,000 provisioned products', () => {
    const COUNT = 1_000;

    beforeEach(async () => {
      const record = await aws.provision('Message queue', 'orders-0');
      const path = join(aws.directory, 'aws.json');
      const state: State = JSON.parse(await readFile(path, 'utf8'));
      const [[first], [launch]] = [state.provisionedProducts, state.records];
      for (let index = 1; index < COUNT; index++) {
        const id = `${record.ProvisionedProductId}-${index}`;
        const product: StoredProvisionedProduct = {
          ...first,
          id,
          name: `orders-${index}`,
          createdAt: first.createdAt + index,
        };
        const launched: StoredRecord = {
          ...launch,
          id: `${launch.id}-${index}`,
          provisionedProductId: id,
          acceptedAt: launch.acceptedAt + index,
        };
        state.provisionedProducts.push(product);
        state.records.push(launched);
      }
      await writeFile(path, JSON.stringify(state));
      await aws.restart();
      aws.pass(60);
    });

    it('scans all of them, 20 on a page', async () => {
      const sizes: number[] = [];
      const names = new Set<string | undefined>();
      let PageToken: string | undefined;
      do {
        const page = await aws.client().send(
          new ScanProvisionedProductsCommand({
            ...mine,
            PageSize: 20,
            PageToken,
          }),
        );
        sizes.push(page.ProvisionedProducts?.length ?? 0);
        page.ProvisionedProducts?.forEach(({ Name }) => names.add(Name));
        PageToken = page.NextPageToken;
      } while (PageToken);
      expect(names.size).toBe(COUNT);
      expect(sizes).toEqual(Array(50).fill(20));
    });

    it('searches them, 100 on a page', async () => {
      const sizes: number[] = [];
      for await (const page of paginateSearchProvisionedProducts(
        { client: aws.client(), pageSize: 100 },
        { ...mine },
      )) {
        expect(page.TotalResultsCount).toBe(COUNT);
        sizes.push(page.ProvisionedProducts?.length ?? 0);
      }
      expect(sizes).toEqual(Array(10).fill(100));
    });

    it('finds one by its name, and those of a status', async () => {
      const search = async (...SearchQuery: string[]) =>
        (
          await aws.client().send(
            new SearchProvisionedProductsCommand({
              ...mine,
              Filters: { SearchQuery },
            }),
          )
        ).TotalResultsCount;
      expect(await search('name:orders-77')).toBe(1);
      expect(await search('orders-77')).toBe(11);
      expect(await search('status:AVAILABLE')).toBe(COUNT);
      expect(await search('status:AVAILABLE', 'name:orders-77')).toBe(1);
      expect(await search('status:TAINTED')).toBe(0);
    });

    it('tells the newest records first', async () => {
      const { RecordDetails, NextPageToken } = await aws
        .client()
        .send(new ListRecordHistoryCommand({ ...mine, PageSize: 2 }));
      expect(
        RecordDetails?.map(detail => detail.ProvisionedProductName),
      ).toEqual(['orders-999', 'orders-998']);
      expect(NextPageToken).toBeDefined();
      const id = RecordDetails?.[0].ProvisionedProductId;
      const { RecordDetails: of } = await aws.client().send(
        new ListRecordHistoryCommand({
          ...mine,
          SearchFilter: { Key: 'provisionedproduct', Value: id },
        }),
      );
      expect(of).toHaveLength(1);
    });
  });
});
