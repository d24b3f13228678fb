import {
  ChangeKind,
  ChangeState,
  ProvisionedProductStatus,
} from '@paved-road/backstage-plugin-paved-road-common';
import {
  ChangeProblem,
  ChangeRequest,
  KeptChange,
  KeptProvisionedProduct,
} from '../changes';

/** A row of `product_changes`, joined with how far the change has come. */
export interface ChangeRow {
  id: string;
  seq: number;
  provisioned_id: string;
  requester_type: 'user' | 'service';
  requester: string;
  requested_at: string;
  request: string;
  end_state: EndState | null;
  finished_at: string | null;
  end_record_id: string | null;
  end_record_status: string | null;
  end_problem_code: string | null;
  end_problem_message: string | null;
  record_id: string | null;
  record_status: string | null;
  problem_code: string | null;
  problem_message: string | null;
}

type EndState = Exclude<ChangeState, 'sending' | 'running'>;

/** A row of `provisioned_products`, joined with the change that goes on. */
export interface ProvisionedRow {
  id: string;
  account: string;
  name: string;
  aws_id: string | null;
  entity_ref: string | null;
  origin: 'portal' | 'outside';
  product_id: string;
  product_name: string;
  version_id: string | null;
  version_name: string | null;
  status: ProvisionedProductStatus;
  status_message: string | null;
  outputs: string;
  created_at: string;
  read_at: string | null;
  ended_at: string | null;
  open_change_id: string | null;
  open_kind: ChangeKind | null;
  open_record_id: string | null;
}

export function toChange(row: ChangeRow): KeptChange {
  const kept = {
    id: row.id,
    seq: row.seq,
    provisionedId: row.provisioned_id,
    requester: { type: row.requester_type, name: row.requester },
    requestedAt: row.requested_at,
    request: JSON.parse(row.request) as ChangeRequest,
  };
  return row.end_state
    ? {
        ...kept,
        state: row.end_state,
        recordId: row.end_record_id ?? undefined,
        recordStatus: row.end_record_status ?? undefined,
        problem: toProblem(row.end_problem_code, row.end_problem_message),
        finishedAt: row.finished_at ?? undefined,
      }
    : {
        ...kept,
        state: stateOf(row.record_id),
        recordId: row.record_id ?? undefined,
        recordStatus: row.record_status ?? undefined,
        problem: toProblem(row.problem_code, row.problem_message),
      };
}

export function toProvisioned(row: ProvisionedRow): KeptProvisionedProduct {
  return {
    id: row.id,
    account: row.account,
    name: row.name,
    awsId: row.aws_id ?? undefined,
    entityRef: row.entity_ref ?? undefined,
    origin: row.origin,
    product: { id: row.product_id, name: row.product_name },
    version:
      row.version_id || row.version_name
        ? {
            id: row.version_id ?? undefined,
            name: row.version_name ?? undefined,
          }
        : undefined,
    status: row.status,
    statusMessage: row.status_message ?? undefined,
    outputs: JSON.parse(row.outputs),
    createdAt: row.created_at,
    readAt: row.read_at ?? undefined,
    endedAt: row.ended_at ?? undefined,
    openChange:
      row.open_change_id && row.open_kind
        ? {
            id: row.open_change_id,
            kind: row.open_kind,
            state: stateOf(row.open_record_id),
          }
        : undefined,
  };
}

/** AWS has a record of what it has accepted. */
function stateOf(recordId: string | null): 'sending' | 'running' {
  return recordId ? 'running' : 'sending';
}

function toProblem(
  code: string | null,
  message: string | null,
): ChangeProblem | undefined {
  return message === null ? undefined : { code: code ?? undefined, message };
}
