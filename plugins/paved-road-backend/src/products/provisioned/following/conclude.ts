import { ProvisionedProductStatus } from '@paved-road/backstage-plugin-paved-road-common';
import { ChangeEnd, ClaimedChange, Output, ProvisionedState } from '../changes';
import { ReadProvisioned, ReadRecord } from '../ProductProvisioner';

/** A provisioned product that is so has something to be said of it. */
const FAILURES: ProvisionedProductStatus[] = ['ERROR', 'TAINTED'];

/** Whether AWS's record of a change has come to its end. */
export function isFinal({ status }: ReadRecord): boolean {
  return status === 'SUCCEEDED' || status === 'FAILED';
}

/**
 * Whether what AWS tells of the provisioned product is from after the change:
 * its reads may lag behind.
 */
export function isSettled(
  { change }: ClaimedChange,
  record: ReadRecord,
  product: ReadProvisioned | undefined,
): boolean {
  if (change.request.kind === 'terminate' && record.status === 'SUCCEEDED') {
    return product === undefined;
  }
  return (
    product !== undefined &&
    product.status !== 'UNDER_CHANGE' &&
    product.lastRecordId === record.recordId
  );
}

/** How a change ended whose record is final, and what is left of the provisioned product. */
export function conclude(
  claimed: ClaimedChange,
  record: ReadRecord,
  product: ReadProvisioned | undefined,
): { end: ChangeEnd; state: ProvisionedState & { outputs?: Output[] } } {
  const { kind, version } = claimed.change.request;
  const isSuccess = record.status === 'SUCCEEDED';
  // What AWS tells from before the change says nothing of its end.
  const after = isSettled(claimed, record, product) ? product : undefined;
  const status = after?.status ?? statusAfter(claimed, isSuccess);
  const problem = isSuccess ? undefined : problemOf(record, after);
  const setsVersion = isSuccess && (kind === 'launch' || kind === 'update');
  return {
    end: {
      state: isSuccess ? 'succeeded' : 'failed',
      recordId: record.recordId,
      recordStatus: record.status,
      problem,
    },
    state: {
      awsId: product?.awsId,
      status,
      statusMessage:
        after?.statusMessage ??
        (FAILURES.includes(status) ? problem?.message : undefined),
      version: setsVersion ? version : undefined,
      outputs: setsVersion ? record.outputs : undefined,
    },
  };
}

/** What AWS makes of a provisioned product by the end of a change. */
function statusAfter(
  { change, provisioned }: ClaimedChange,
  isSuccess: boolean,
): ProvisionedProductStatus {
  switch (change.request.kind) {
    case 'launch':
      return isSuccess ? 'AVAILABLE' : 'ERROR';
    case 'update':
      return isSuccess ? 'AVAILABLE' : 'TAINTED';
    case 'terminate':
      return isSuccess ? 'TERMINATED' : 'TAINTED';
    default:
      return provisioned.status === 'UNDER_CHANGE'
        ? 'UNKNOWN'
        : provisioned.status;
  }
}

/** AWS's own words, all of them. */
function problemOf(
  { errors }: ReadRecord,
  product: ReadProvisioned | undefined,
): ChangeEnd['problem'] {
  const words = errors.map(({ message }) => message);
  return {
    code: errors.find(({ code }) => code)?.code,
    message:
      words.join('\n') ||
      product?.statusMessage ||
      'It failed, and AWS does not say why',
  };
}
