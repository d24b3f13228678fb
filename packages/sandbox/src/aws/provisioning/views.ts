import { Output, StoredProvisionedProduct, StoredRecord } from './model';
import { ProvisionedProductView, recordStatusAt } from './timeline';

/** AWS's times on the wire. */
export const seconds = (ms: number) => ms / 1000;

const TYPE = 'CFN_STACK';

/** AWS's RecordDetail at a moment. */
export function recordDetail(
  record: StoredRecord,
  of: StoredProvisionedProduct,
  at: number,
) {
  const { outcome, startsAt, endsAt, acceptedAt } = record;
  const status = recordStatusAt(record, at);
  const failure = status === 'FAILED' ? outcome.failure : undefined;
  const changes = [startsAt, endsAt ?? Infinity].filter(time => time <= at);
  return {
    RecordId: record.id,
    ProvisionedProductName: of.name,
    Status: status,
    CreatedTime: seconds(acceptedAt),
    UpdatedTime: seconds(Math.max(acceptedAt, ...changes)),
    ProvisionedProductType: TYPE,
    RecordType: record.type,
    ProvisionedProductId: of.id,
    ProductId: record.productId,
    ProvisioningArtifactId: record.artifactId,
    PathId: record.pathId,
    RecordErrors: failure
      ? [{ Code: failure.code, Description: failure.description }]
      : [],
    RecordTags: record.tags,
    LaunchRoleArn: record.launchRoleArn,
  };
}

/** A record's outputs at a moment: none before it has succeeded. */
export function recordOutputs(record: StoredRecord, at: number): Output[] {
  return recordStatusAt(record, at) === 'SUCCEEDED'
    ? record.outcome.outputs
    : [];
}

/** AWS's ProvisionedProductDetail. */
export function provisionedProductDetail(view: ProvisionedProductView) {
  const { stored } = view;
  // As it is, not as an update that has failed wanted it.
  const current =
    view.lastSuccessfulProvisioning ?? view.lastProvisioning ?? view.plan;
  return {
    Name: stored.name,
    Arn: `arn:aws:servicecatalog:${stored.region}:${stored.account}:stack/${stored.name}/${stored.id}`,
    Type: TYPE,
    Id: stored.id,
    Status: view.status,
    StatusMessage: view.statusMessage,
    CreatedTime: seconds(stored.createdAt),
    IdempotencyToken: stored.token,
    LastRecordId: view.lastRecord?.id,
    LastProvisioningRecordId: view.lastProvisioning?.id,
    LastSuccessfulProvisioningRecordId: view.lastSuccessfulProvisioning?.id,
    ProductId: current?.productId,
    ProvisioningArtifactId: current?.artifactId,
    LaunchRoleArn: view.lastProvisioning?.launchRoleArn,
  };
}
