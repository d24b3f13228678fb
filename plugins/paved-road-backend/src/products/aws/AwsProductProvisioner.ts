import {
  DescribeProvisionedProductCommand,
  DescribeRecordCommand,
  ExecuteProvisionedProductServiceActionCommand,
  GetProvisionedProductOutputsCommand,
  ListRecordHistoryCommand,
  paginateListServiceActionsForProvisioningArtifact,
  paginateSearchProvisionedProducts,
  ProvisionProductCommand,
  RecordDetail,
  ServiceCatalogClient,
  TerminateProvisionedProductCommand,
  UpdateProvisionedProductCommand,
} from '@aws-sdk/client-service-catalog';
import { NotFoundError, toError } from '@backstage/errors';
import { Output, SeenProvisionedProduct } from '../provisioned/changes';
import {
  AcceptedRecord,
  ProductProvisioner,
  ReadProvisioned,
  ReadRecord,
  SentLaunch,
  SentUpdate,
} from '../provisioned/ProductProvisioner';
import { SendError } from '../provisioned/SendError';
import { AwsAccounts } from './AwsAccounts';
import {
  toAccepted,
  toOutputs,
  toReadProvisioned,
  toRecord,
  toSeen,
} from './provisionedView';
import { sendProblem } from './sendProblem';

/** The default is what the caller's own user has launched. */
const WHOLE_ACCOUNT = { Key: 'Account', Value: 'self' } as const;

const PAGE_SIZE = 100;

/** Changes what is provisioned by AWS Service Catalog. */
export class AwsProductProvisioner implements ProductProvisioner {
  readonly #accounts: AwsAccounts;

  constructor(accounts: AwsAccounts) {
    this.#accounts = accounts;
  }

  async launch(input: SentLaunch): Promise<AcceptedRecord> {
    return this.#send(input.account, client =>
      client.send(
        new ProvisionProductCommand({
          ProvisionToken: input.token,
          ProvisionedProductName: input.name,
          ProductId: input.product,
          ProvisioningArtifactId: input.version,
          PathId: input.path,
          ProvisioningParameters: input.parameters.map(({ key, value }) => ({
            Key: key,
            Value: value,
          })),
          Tags: input.tags.map(({ key, value }) => ({
            Key: key,
            Value: value,
          })),
        }),
      ),
    );
  }

  async update(input: SentUpdate): Promise<AcceptedRecord> {
    return this.#send(input.account, client =>
      client.send(
        new UpdateProvisionedProductCommand({
          UpdateToken: input.token,
          ProvisionedProductId: input.awsId,
          ProductId: input.product,
          ProvisioningArtifactId: input.version,
          PathId: input.path,
          ProvisioningParameters: input.parameters.map(({ key, value }) =>
            value === undefined
              ? { Key: key, UsePreviousValue: true }
              : { Key: key, Value: value },
          ),
        }),
      ),
    );
  }

  async runAction(input: {
    account: string;
    token: string;
    awsId: string;
    action: string;
  }): Promise<AcceptedRecord> {
    return this.#send(input.account, client =>
      client.send(
        new ExecuteProvisionedProductServiceActionCommand({
          ExecuteToken: input.token,
          ProvisionedProductId: input.awsId,
          ServiceActionId: input.action,
        }),
      ),
    );
  }

  async terminate(input: {
    account: string;
    token: string;
    awsId: string;
    retainResources: boolean;
  }): Promise<AcceptedRecord> {
    return this.#send(input.account, client =>
      client.send(
        new TerminateProvisionedProductCommand({
          TerminateToken: input.token,
          ProvisionedProductId: input.awsId,
          RetainPhysicalResources: input.retainResources,
        }),
      ),
    );
  }

  async readRecord(
    account: string,
    recordId: string,
  ): Promise<ReadRecord | undefined> {
    return this.#find(account, async client => {
      const { RecordDetail: detail, RecordOutputs } = await client.send(
        new DescribeRecordCommand({ Id: recordId }),
      );
      return toRecord(detail, RecordOutputs);
    });
  }

  async readProvisioned(
    account: string,
    by: { awsId: string } | { name: string },
  ): Promise<ReadProvisioned | undefined> {
    return this.#find(account, async client => {
      const { ProvisionedProductDetail } = await client.send(
        new DescribeProvisionedProductCommand(
          'awsId' in by ? { Id: by.awsId } : { Name: by.name },
        ),
      );
      return toReadProvisioned(ProvisionedProductDetail);
    });
  }

  async findRecord(
    account: string,
    of: { awsId: string; type: string; since: string; except: string[] },
  ): Promise<ReadRecord | undefined> {
    return this.#find(account, async client => {
      const { RecordDetails = [] } = await client.send(
        new ListRecordHistoryCommand({
          AccessLevelFilter: WHOLE_ACCOUNT,
          SearchFilter: { Key: 'provisionedproduct', Value: of.awsId },
          PageSize: 20,
        }),
      );
      const since = Date.parse(of.since);
      const [newest] = RecordDetails.filter(
        ({ RecordId, RecordType, CreatedTime }) =>
          RecordType === of.type &&
          !of.except.includes(RecordId ?? '') &&
          CreatedTime !== undefined &&
          CreatedTime.getTime() >= since,
      ).sort((a, b) => b.CreatedTime!.getTime() - a.CreatedTime!.getTime());
      return toRecord(newest);
    });
  }

  async *listProvisioned(
    account: string,
  ): AsyncIterable<SeenProvisionedProduct[]> {
    const pages = await this.#accounts.ask(account, async client =>
      paginateSearchProvisionedProducts(
        { client, pageSize: PAGE_SIZE },
        { AccessLevelFilter: WHOLE_ACCOUNT },
      ),
    );
    for (;;) {
      // Each page is its own question, so that an error of any of them is told as one.
      const { done, value } = await this.#accounts.ask(account, () =>
        pages.next(),
      );
      if (done) {
        return;
      }
      yield (value.ProvisionedProducts ?? []).flatMap(
        attribute => toSeen(attribute) ?? [],
      );
    }
  }

  async readOutputs(account: string, awsId: string): Promise<Output[]> {
    const outputs = await this.#find(account, async client => {
      const { Outputs = [] } = await client.send(
        new GetProvisionedProductOutputsCommand({
          ProvisionedProductId: awsId,
        }),
      );
      return toOutputs(Outputs);
    });
    return outputs ?? [];
  }

  async listActions(
    account: string,
    of: { product: string; version: string; awsId: string },
  ): Promise<{ id: string; name: string; description?: string }[]> {
    return this.#accounts.ask(account, async client => {
      const actions = [];
      for await (const {
        ServiceActionSummaries = [],
      } of paginateListServiceActionsForProvisioningArtifact(
        { client },
        { ProductId: of.product, ProvisioningArtifactId: of.version },
      )) {
        actions.push(...ServiceActionSummaries);
      }
      return actions.flatMap(({ Id, Name, Description }) =>
        Id
          ? [
              {
                id: Id,
                name: Name ?? Id,
                description: Description || undefined,
              },
            ]
          : [],
      );
    });
  }

  /** @throws SendError for whatever is no acceptance. */
  async #send(
    account: string,
    request: (
      client: ServiceCatalogClient,
    ) => Promise<{ RecordDetail?: RecordDetail }>,
  ): Promise<AcceptedRecord> {
    let output: { RecordDetail?: RecordDetail };
    try {
      output = await request(await this.#accounts.clientOf(account));
    } catch (error) {
      throw sendProblem(toError(error));
    }
    const accepted = toAccepted(output.RecordDetail);
    if (!accepted) {
      throw new SendError('doubt', {
        code: 'NoRecord',
        words: 'AWS answered without a record',
      });
    }
    return accepted;
  }

  /** Undefined where the account has no such thing. */
  async #find<T>(
    account: string,
    question: (client: ServiceCatalogClient) => Promise<T>,
  ): Promise<T | undefined> {
    try {
      return await this.#accounts.ask(account, question);
    } catch (error) {
      if (error instanceof NotFoundError) {
        return undefined;
      }
      throw error;
    }
  }
}
