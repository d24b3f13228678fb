import {
  ChangeKind,
  ChangeState,
  ProductChange,
  ProvisionedProductStatus,
} from '@paved-road/backstage-plugin-paved-road-common';
import { Tone } from '../../shared/tone';

export const statusWords: Record<ProvisionedProductStatus, string> = {
  ERROR: 'Failed',
  TAINTED: 'Failed update',
  UNKNOWN: 'Not known',
  LAUNCHING: 'Launching',
  UNDER_CHANGE: 'Under change',
  PLAN_IN_PROGRESS: 'Planned, not launched',
  NOT_LAUNCHED: 'Not launched',
  AVAILABLE: 'Available',
  TERMINATED: 'Ended',
};

export const statusTones: Record<ProvisionedProductStatus, Tone> = {
  ERROR: 'bad',
  TAINTED: 'bad',
  UNKNOWN: 'warn',
  LAUNCHING: 'info',
  UNDER_CHANGE: 'info',
  PLAN_IN_PROGRESS: 'info',
  NOT_LAUNCHED: 'quiet',
  AVAILABLE: 'good',
  TERMINATED: 'quiet',
};

/** All statuses, what needs somebody first. */
export const statusesByUrgency = Object.keys(
  statusWords,
) as ProvisionedProductStatus[];

/** True where the last change failed, whatever still runs. */
export function isFailure(status: ProvisionedProductStatus): boolean {
  return status === 'ERROR' || status === 'TAINTED';
}

/** True where there is nothing on AWS that could be changed or ended. */
export function isOver(status: ProvisionedProductStatus): boolean {
  return status === 'TERMINATED' || status === 'NOT_LAUNCHED';
}

/** True while AWS changes it, whoever has asked for that. */
export function isMoving(status: ProvisionedProductStatus): boolean {
  return status === 'UNDER_CHANGE' || status === 'LAUNCHING';
}

/** Those that need somebody first, otherwise in the order they came in. */
export function byUrgency<
  TProduct extends { status: ProvisionedProductStatus },
>(products: readonly TProduct[]): TProduct[] {
  const weight = ({ status }: TProduct) => statusesByUrgency.indexOf(status);
  return [...products].sort((one, other) => weight(one) - weight(other));
}

const changeKindWords: Record<ChangeKind, string> = {
  launch: 'Launch',
  update: 'Update',
  action: 'Action',
  terminate: 'End',
};

/** What a change is, such as `Update to v2` or `Action Restart`. */
export function changeWords(
  change: Pick<ProductChange, 'kind' | 'version' | 'action'>,
): string {
  const { kind, version, action } = change;
  const word = changeKindWords[kind];
  switch (kind) {
    case 'launch':
      return version ? `${word} of ${version.name}` : word;
    case 'update':
      return version ? `${word} to ${version.name}` : word;
    case 'action':
      return action ? `${word} ${action}` : word;
    default:
      return word;
  }
}

const changeStateWords: Record<ChangeState, string> = {
  sending: 'On its way to AWS',
  running: 'AWS is at it',
  succeeded: 'Succeeded',
  failed: 'Failed',
  refused: 'Refused by AWS; nothing was changed',
  interrupted: 'Never reached AWS; nothing was changed',
};

const changeStateTones: Record<ChangeState, Tone> = {
  sending: 'info',
  running: 'info',
  succeeded: 'good',
  failed: 'bad',
  refused: 'bad',
  interrupted: 'warn',
};

type Progress = Pick<ProductChange, 'state' | 'recordStatus'>;

/** AWS undoes what it has failed to do, and calls that still in progress. */
function isRolledBack(change: Progress): boolean {
  return (
    change.state === 'running' && change.recordStatus === 'IN_PROGRESS_IN_ERROR'
  );
}

/** How far a change has come, in words. */
export function progressWords(change: Progress): string {
  return isRolledBack(change)
    ? 'Failed, is being rolled back'
    : changeStateWords[change.state];
}

export function progressTone(change: Progress): Tone {
  return isRolledBack(change) ? 'bad' : changeStateTones[change.state];
}
