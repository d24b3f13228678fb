import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  DescribeProductCommand,
  DescribeProvisionedProductCommand,
  DescribeRecordCommand,
  ProvisionProductCommand,
  ProvisionProductCommandInput,
  ServiceCatalogClient,
} from '@aws-sdk/client-service-catalog';
import { Aws, AwsOptions, startAws } from '../startAws';

export const PRODUCTS = join(__dirname, '../../../../../examples/products');

const SECOND = 1_000;

export const TIMING = {
  startsAfterMs: SECOND,
  endsAfterMs: 11 * SECOND,
  planAfterMs: 2 * SECOND,
};

/** The values that the examples' products ask for. */
const PARAMETERS: Record<string, Record<string, string>> = {
  'Encrypted bucket': { BucketPrefix: 'receipts', Owner: 'payments' },
  'Message queue': { QueueName: 'orders' },
  'Key-value table': { TableName: 'orders', Owner: 'payments' },
  'Customer website': {},
  'PostgreSQL database': {
    DatabaseName: 'ledger',
    MasterPassword: 'correct-horse-battery',
    Subnets: 'subnet-1,subnet-2',
  },
};

export const parametersFrom = (values: Record<string, string>) =>
  Object.entries(values).map(([Key, Value]) => ({ Key, Value }));

/** A sandbox AWS with the examples' products, whose time passes when a test says so. */
export class TestAws {
  private constructor(
    private aws: Aws,
    private readonly time: { now: number },
    readonly directory: string,
    private readonly options: Partial<AwsOptions>,
  ) {}

  static async start(options: Partial<AwsOptions> = {}): Promise<TestAws> {
    const directory = await mkdtemp(join(tmpdir(), 'sandbox-aws-test-'));
    const time = { now: Date.UTC(2026, 10, 25) };
    const all = {
      products: PRODUCTS,
      timing: TIMING,
      clock: () => time.now,
      ...options,
    };
    const aws = await startAws({ port: 0, dataDirectory: directory, ...all });
    return new TestAws(aws, time, directory, all);
  }

  get url() {
    return this.aws.url;
  }

  get faults() {
    return this.aws.faults;
  }

  get calls() {
    return this.aws.calls;
  }

  set(...args: Parameters<Aws['setSwitches']>) {
    this.aws.setSwitches(...args);
  }

  withdraw(names: string[]) {
    this.aws.withdraw(names);
  }

  get now() {
    return this.time.now;
  }

  pass(seconds: number) {
    this.time.now += seconds * SECOND;
  }

  /** The same data, in another process for all that clients can tell. */
  async restart() {
    await this.aws.stop();
    this.aws = await startAws({
      port: 0,
      dataDirectory: this.directory,
      products: PRODUCTS,
      ...this.options,
    });
  }

  async end() {
    await this.aws.stop();
    await rm(this.directory, { recursive: true, force: true });
  }

  client(
    accessKeyId = 'SANDBOXPORTALDEVELOPMENT',
    { attempts = 1, region = 'eu-central-1' } = {},
  ): ServiceCatalogClient {
    return new ServiceCatalogClient({
      endpoint: this.url,
      region,
      maxAttempts: attempts,
      credentials: { accessKeyId, secretAccessKey: 'sandbox' },
      requestHandler: { requestTimeout: 1_000, throwOnRequestTimeout: true },
    });
  }

  /** What is to be said to launch a product's version, along its last path. */
  async launchOf(
    Name: string,
    version?: string,
  ): Promise<
    Pick<
      ProvisionProductCommandInput,
      | 'ProductId'
      | 'ProvisioningArtifactId'
      | 'PathId'
      | 'ProvisioningParameters'
    >
  > {
    const { ProductViewSummary, ProvisioningArtifacts, LaunchPaths } =
      await this.client().send(new DescribeProductCommand({ Name }));
    const artifact = version
      ? ProvisioningArtifacts?.find(found => found.Name === version)
      : ProvisioningArtifacts?.at(-1);
    return {
      ProductId: ProductViewSummary?.ProductId,
      ProvisioningArtifactId: artifact?.Id,
      PathId: LaunchPaths?.at(-1)?.Id,
      ProvisioningParameters: parametersFrom(PARAMETERS[Name]),
    };
  }

  async provision(
    product: string,
    name: string,
    more: Partial<ProvisionProductCommandInput> & { version?: string } = {},
  ) {
    const { version, ...input } = more;
    const { RecordDetail } = await this.client().send(
      new ProvisionProductCommand({
        ...(await this.launchOf(product, version)),
        ProvisionedProductName: name,
        ProvisionToken: `token-${name}`,
        ...input,
      }),
    );
    return RecordDetail!;
  }

  /** One that is there and available. */
  async provisioned(product: string, name: string, version?: string) {
    const record = await this.provision(product, name, { version });
    this.pass(60);
    return record.ProvisionedProductId!;
  }

  async record(Id: string | undefined) {
    const { RecordDetail } = await this.client().send(
      new DescribeRecordCommand({ Id }),
    );
    return RecordDetail!;
  }

  async provisionedProduct(Id: string | undefined) {
    const { ProvisionedProductDetail } = await this.client().send(
      new DescribeProvisionedProductCommand({ Id }),
    );
    return ProvisionedProductDetail!;
  }

  /** The two statuses that the state table is about. */
  async statuses({
    RecordId,
    ProvisionedProductId,
  }: {
    RecordId?: string;
    ProvisionedProductId?: string;
  }) {
    const record = await this.record(RecordId);
    const product = await this.provisionedProduct(ProvisionedProductId);
    return [record.Status, product.Status];
  }
}
