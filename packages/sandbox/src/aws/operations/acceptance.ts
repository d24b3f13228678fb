import { createHash } from 'node:crypto';
import { newId } from '../catalog/ids';
import { Failure } from '../catalog/productFile';
import {
  Outcome,
  Output,
  ProvisionedProductStatus,
  RecordType,
  StoredProvisionedProduct,
  StoredRecord,
} from '../provisioning/model';
import { ChosenParameters } from '../provisioning/parameters';
import { ProvisionedProductView } from '../provisioning/timeline';
import { recordDetail } from '../provisioning/views';
import { AwsError, invalidParameters } from '../wire/AwsError';
import { Context } from './Context';

/** The parts of a record that its operation decides on. */
export interface NewRecord
  extends Omit<StoredRecord, 'id' | 'acceptedAt' | 'startsAt' | 'endsAt'> {
  type: RecordType;
}

export interface Acceptance {
  record: NewRecord;
  /** Where it comes into being with the record. */
  provisionedProduct?: StoredProvisionedProduct;
  planId?: string;
}

/** A digest, so that no value of a parameter is kept. */
function digestOf(input: object, token: string): string {
  const { [token]: _, ...rest } = input as Record<string, unknown>;
  return createHash('sha256').update(JSON.stringify(rest)).digest('hex');
}

/**
 * What was answered to this token before, if anything.
 *
 * @throws AwsError where the switch says that a token doesn't come again with another input.
 */
export function tokenOf(
  { caller, ledger, switches }: Context,
  operation: string,
  member: string,
  input: object,
) {
  const token = (input as Record<string, string>)[member];
  const key = [caller.account, caller.region, operation, token].join('|');
  const digest = digestOf(input, member);
  const known = ledger.token(key);
  if (
    known &&
    known.input !== digest &&
    switches.sameTokenOtherParameters === 'InvalidParametersException'
  ) {
    throw invalidParameters(
      `The token ${token} was used before with other parameters.`,
    );
  }
  return { key, digest, answered: known?.answer };
}

/**
 * Accepts what a request asks for, once per token: the same token gets the same
 * record again.
 */
export function acceptOnce(
  context: Context,
  request: { operation: string; token: string; input: object },
  accept: () => Acceptance,
): { RecordDetail: object } {
  const { ledger, now, timing, switches, effect } = context;
  const { key, digest, answered } = tokenOf(
    context,
    request.operation,
    request.token,
    request.input,
  );
  const known = answered === undefined ? undefined : ledger.record(answered);
  if (known) {
    const at = switches.replayedRecord === 'asNow' ? now : known.acceptedAt;
    const of = ledger.storedProvisionedProduct(known.provisionedProductId)!;
    return { RecordDetail: recordDetail(known, of, at) };
  }
  const { record: made, provisionedProduct, planId } = accept();
  const record: StoredRecord = {
    ...made,
    id: newId('rec'),
    acceptedAt: now,
    startsAt: now + timing.startsAfterMs,
    endsAt: effect === 'stuck' ? undefined : now + timing.endsAfterMs,
  };
  ledger.accept({
    record,
    provisionedProduct,
    planId,
    token: { key, value: { input: digest, answer: record.id } },
  });
  const of = ledger.storedProvisionedProduct(record.provisionedProductId)!;
  return { RecordDetail: recordDetail(record, of, now) };
}

/** @throws AwsError where the switch says that invalid values are found at once. */
export function refuseInvalid(
  { switches }: Context,
  { problems }: ChosenParameters,
) {
  if (problems.length && switches.invalidParameterValue === 'atOnce') {
    throw invalidParameters(problems[0]);
  }
}

/** How a launch will end: by a fault, by its parameters, by its version, or well. */
export function outcomeOf(
  { effect }: Context,
  end: {
    chosen?: ChosenParameters;
    /** What the version is known to do. */
    failure?: Failure;
    leaves?: ProvisionedProductStatus;
    outputs: Output[];
  },
): Outcome {
  const { chosen, failure, leaves, outputs } = end;
  const fails = (description: string, code = 'CloudFormationException') => ({
    failure: { code, description, leaves },
    outputs: [],
  });
  if (effect === 'fail') {
    return fails('The fault script of the sandbox AWS lets this fail.');
  }
  if (chosen?.missing.length) {
    return fails(
      `AmazonCloudFormationException  Parameters: [${chosen.missing.join(
        ', ',
      )}] must have values (Service: AmazonCloudFormation; Status Code: 400; Error Code: ValidationError; Request ID: sandbox)`,
    );
  }
  if (chosen?.problems.length) {
    return fails(
      `AmazonCloudFormationException  ${chosen.problems[0]} (Service: AmazonCloudFormation; Status Code: 400; Error Code: ValidationError; Request ID: sandbox)`,
    );
  }
  return failure ? fails(failure.description, failure.code) : { outputs };
}

/** @throws AwsError of the kind that the switch says, where a provisioned product is under change. */
export function refuseDuringChange(
  { switches }: Context,
  { status, stored: { name } }: ProvisionedProductView,
) {
  if (status === 'UNDER_CHANGE' || status === 'PLAN_IN_PROGRESS') {
    throw new AwsError(
      switches.duringChange,
      `The provisioned product ${name} is in status ${status}; wait until it has ended.`,
    );
  }
}
