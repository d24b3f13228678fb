import { StoredChangeSet, StoredStack } from './model';

/** A stack as it is at a moment. */
export interface StackView {
  stack: StoredStack;
  status: string;
  reason?: string;
  /** Those that were executed by then, the oldest first. */
  executed: StoredChangeSet[];
  /** The one whose template it has: the newest that was not rolled back. */
  current?: StoredChangeSet;
  updatedAt?: number;
}

function statusOf(
  { deletesOnFailure, execution, type }: StoredChangeSet,
  at: number,
): { status: string; reason?: string } {
  const { endsAt, failure } = execution!;
  if (endsAt === undefined || endsAt > at) {
    return { status: `${type}_IN_PROGRESS` };
  }
  if (!failure) {
    return { status: `${type}_COMPLETE` };
  }
  if (deletesOnFailure) {
    return { status: 'DELETE_COMPLETE', reason: failure };
  }
  const prefix = type === 'CREATE' ? '' : 'UPDATE_';
  return { status: `${prefix}ROLLBACK_COMPLETE`, reason: failure };
}

/** Folds the change sets that were executed into what a stack is at a moment. */
export function stackAt(
  stack: StoredStack,
  executed: StoredChangeSet[],
  at: number,
): StackView {
  const ordered = [...executed].sort(
    (a, b) => a.execution!.acceptedAt - b.execution!.acceptedAt,
  );
  const last = ordered.at(-1);
  const current = ordered.findLast(({ execution }) => !execution?.failure);
  const view = { stack, executed: ordered, current };
  const { deletion } = stack;
  if (deletion && deletion.acceptedAt <= at) {
    const ended = deletion.endsAt <= at;
    return {
      ...view,
      status: ended ? 'DELETE_COMPLETE' : 'DELETE_IN_PROGRESS',
    };
  }
  if (!last) {
    return { ...view, status: 'REVIEW_IN_PROGRESS' };
  }
  const updatedAt =
    last.type === 'UPDATE' ? last.execution?.acceptedAt : undefined;
  return { ...view, ...statusOf(last, at), updatedAt };
}
