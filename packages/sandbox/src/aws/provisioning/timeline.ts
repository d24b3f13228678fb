import {
  ProvisionedProductStatus,
  RecordStatus,
  RecordType,
  StoredPlan,
  StoredProvisionedProduct,
  StoredRecord,
} from './model';

/** The status of a record at a moment after its acceptance. */
export function recordStatusAt(record: StoredRecord, at: number): RecordStatus {
  const { startsAt, endsAt, outcome, type } = record;
  if (at < startsAt) {
    return 'CREATED';
  }
  if (endsAt === undefined) {
    return 'IN_PROGRESS';
  }
  if (at < endsAt) {
    // An update that fails is rolled back for the second half of its time.
    const rollsBack =
      outcome.failure !== undefined && type === 'UPDATE_PROVISIONED_PRODUCT';
    return rollsBack && at >= (startsAt + endsAt) / 2
      ? 'IN_PROGRESS_IN_ERROR'
      : 'IN_PROGRESS';
  }
  return outcome.failure ? 'FAILED' : 'SUCCEEDED';
}

export const hasEnded = (status: RecordStatus) =>
  status === 'SUCCEEDED' || status === 'FAILED';

/** What a provisioned product is at one moment. */
export interface ProvisionedProductView {
  stored: StoredProvisionedProduct;
  plan?: StoredPlan;
  status: ProvisionedProductStatus;
  statusMessage?: string;
  lastRecord?: StoredRecord;
  /** The last provision or update. */
  lastProvisioning?: StoredRecord;
  lastSuccessfulProvisioning?: StoredRecord;
}

const provisions = (type: RecordType) =>
  type === 'PROVISION_PRODUCT' || type === 'UPDATE_PROVISIONED_PRODUCT';

function afterSuccess(
  { type }: StoredRecord,
  before: ProvisionedProductStatus,
): ProvisionedProductStatus | undefined {
  if (type === 'TERMINATE_PROVISIONED_PRODUCT') {
    return undefined;
  }
  return provisions(type) ? 'AVAILABLE' : before;
}

/**
 * Folds the records of a provisioned product, oldest first, into what it is at
 * a moment; undefined where it doesn't exist then: not yet, or no longer.
 */
export function provisionedProductAt(
  stored: StoredProvisionedProduct,
  records: StoredRecord[],
  plan: StoredPlan | undefined,
  at: number,
): ProvisionedProductView | undefined {
  if (stored.createdAt > at) {
    return undefined;
  }
  const accepted = records.filter(({ acceptedAt }) => acceptedAt <= at);
  const planDeleted = plan?.deletedAt !== undefined && plan.deletedAt <= at;
  if (!accepted.length && planDeleted) {
    return undefined;
  }
  const view: ProvisionedProductView = {
    stored,
    plan,
    status: 'PLAN_IN_PROGRESS',
  };
  for (const record of accepted) {
    view.lastRecord = record;
    const recordStatus = recordStatusAt(record, at);
    const before = view.status;
    if (provisions(record.type)) {
      view.lastProvisioning = record;
    }
    view.statusMessage = undefined;
    if (!hasEnded(recordStatus)) {
      view.status = 'UNDER_CHANGE';
    } else if (record.outcome.failure) {
      view.status = record.outcome.failure.leaves ?? before;
      view.statusMessage = record.outcome.failure.description;
    } else {
      const after = afterSuccess(record, before);
      if (!after) {
        return undefined;
      }
      view.status = after;
      if (provisions(record.type)) {
        view.lastSuccessfulProvisioning = record;
      }
    }
  }
  return view;
}

export type PlanStatus =
  | 'CREATE_IN_PROGRESS'
  | 'CREATE_SUCCESS'
  | 'CREATE_FAILED'
  | 'EXECUTE_IN_PROGRESS'
  | 'EXECUTE_SUCCESS'
  | 'EXECUTE_FAILED';

/** The status of a plan at a moment, with the record of its execution. */
export function planStatusAt(
  plan: StoredPlan,
  record: StoredRecord | undefined,
  at: number,
): PlanStatus {
  if (record && record.acceptedAt <= at) {
    const status = recordStatusAt(record, at);
    if (!hasEnded(status)) {
      return 'EXECUTE_IN_PROGRESS';
    }
    return status === 'SUCCEEDED' ? 'EXECUTE_SUCCESS' : 'EXECUTE_FAILED';
  }
  if (plan.readyAt === undefined || at < plan.readyAt) {
    return 'CREATE_IN_PROGRESS';
  }
  return plan.failure ? 'CREATE_FAILED' : 'CREATE_SUCCESS';
}
