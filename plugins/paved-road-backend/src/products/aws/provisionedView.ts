import type {
  ProvisionedProductAttribute,
  ProvisionedProductDetail,
  RecordDetail,
  RecordOutput,
} from '@aws-sdk/client-service-catalog';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import {
  ProvisionedProductStatus,
  TAG_ENTITY,
} from '@paved-road/backstage-plugin-paved-road-common';
import { Output, SeenProvisionedProduct } from '../provisioned/changes';
import {
  AcceptedRecord,
  ReadProvisioned,
  ReadRecord,
} from '../provisioned/ProductProvisioner';

const STATUSES: ReadonlySet<string> = new Set([
  'AVAILABLE',
  'UNDER_CHANGE',
  'TAINTED',
  'ERROR',
  'PLAN_IN_PROGRESS',
]);

/** One that is new to us is not known to be well. */
function toStatus(status: string | undefined): ProvisionedProductStatus {
  return status !== undefined && STATUSES.has(status)
    ? (status as ProvisionedProductStatus)
    : 'UNKNOWN';
}

/** Undefined where AWS's answer names no record. */
export function toAccepted(
  record: RecordDetail | undefined,
): AcceptedRecord | undefined {
  return record?.RecordId
    ? {
        recordId: record.RecordId,
        recordStatus: record.Status,
        awsId: record.ProvisionedProductId,
      }
    : undefined;
}

export function toRecord(
  record: RecordDetail | undefined,
  outputs: RecordOutput[] = [],
): ReadRecord | undefined {
  return record?.RecordId
    ? {
        recordId: record.RecordId,
        status: record.Status ?? 'UNKNOWN',
        errors: (record.RecordErrors ?? []).map(({ Code, Description }) => ({
          code: Code || undefined,
          message: Description || 'AWS says no more',
        })),
        outputs: toOutputs(outputs),
      }
    : undefined;
}

export function toOutputs(outputs: RecordOutput[]): Output[] {
  return outputs.flatMap(({ OutputKey, OutputValue, Description }) =>
    OutputKey
      ? [
          {
            key: OutputKey,
            value: OutputValue ?? '',
            description: Description || undefined,
          },
        ]
      : [],
  );
}

export function toReadProvisioned(
  detail: ProvisionedProductDetail | undefined,
): ReadProvisioned | undefined {
  return detail?.Id
    ? {
        awsId: detail.Id,
        name: detail.Name ?? detail.Id,
        status: toStatus(detail.Status),
        statusMessage: detail.StatusMessage || undefined,
        versionId: detail.ProvisioningArtifactId,
        launchToken: detail.IdempotencyToken,
        lastRecordId: detail.LastRecordId,
        lastProvisioningRecordId: detail.LastProvisioningRecordId,
      }
    : undefined;
}

/** As the catalog writes it; what is none names nobody. */
function toEntityRef(text: string | undefined): string | undefined {
  try {
    return text ? stringifyEntityRef(parseEntityRef(text)) : undefined;
  } catch {
    return undefined;
  }
}

/** Undefined for what can't be told apart from others. */
export function toSeen(
  attribute: ProvisionedProductAttribute,
): SeenProvisionedProduct | undefined {
  if (!attribute.Id || !attribute.Name) {
    return undefined;
  }
  const { ProvisioningArtifactId: id, ProvisioningArtifactName: name } =
    attribute;
  return {
    awsId: attribute.Id,
    name: attribute.Name,
    product: {
      id: attribute.ProductId ?? '',
      name: attribute.ProductName ?? attribute.ProductId ?? 'Unknown product',
    },
    version: id || name ? { id, name } : undefined,
    status: toStatus(attribute.Status),
    statusMessage: attribute.StatusMessage || undefined,
    entityRef: toEntityRef(
      attribute.Tags?.find(({ Key }) => Key === TAG_ENTITY)?.Value,
    ),
    launchToken: attribute.IdempotencyToken,
  };
}
