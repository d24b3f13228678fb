import { Requester } from '../../../readRequester';
import { ChangeRequest, KeptChange } from '../changes';
import { GivenParameter } from './chooseValues';

/** What a caller asks for, before anything of it is looked up. */
export interface Asking
  extends Pick<ChangeRequest, 'kind' | 'retainResources'> {
  requester: Requester;
  provisionedId?: string;
  account?: string;
  name?: string;
  entityRef?: string;
  product?: string;
  version?: string;
  path?: string;
  action?: string;
  parameters?: GivenParameter[];
  tags?: GivenParameter[];
}

/**
 * Whether a change that is kept is the one that is asked for, so that who has
 * lost the answer gets it, also where the product is gone meanwhile.
 */
export function isRepetition(kept: KeptChange, asking: Asking): boolean {
  const { request, requester } = kept;
  const isAsked = (asked: string | undefined, known: string | undefined) =>
    asked === undefined || asked === known;
  const chosen = request.parameters.filter(
    ({ kept: how }) => how === 'value' || how === 'secret',
  );
  const given = new Map(
    asking.parameters?.map(({ key, value }) => [key, value]),
  );
  return (
    request.kind === asking.kind &&
    requester.type === asking.requester.type &&
    requester.name === asking.requester.name &&
    isAsked(asking.provisionedId, kept.provisionedId) &&
    isAsked(asking.account, request.account) &&
    isAsked(asking.name, request.name) &&
    isAsked(asking.entityRef, request.entityRef) &&
    isAsked(asking.product, request.product.id) &&
    isAsked(asking.version, request.version?.id) &&
    isAsked(asking.action, request.action?.id) &&
    // An update without a path goes along the one of the launch.
    (asking.kind === 'update'
      ? isAsked(asking.path, request.path)
      : asking.path === request.path) &&
    asking.retainResources === request.retainResources &&
    chosen.length === given.size &&
    chosen.every(
      ({ key, kept: how, value }) =>
        given.has(key) && (how === 'secret' || given.get(key) === value),
    ) &&
    isTagged(asking.tags, request.tags)
  );
}

/** Tags that leave no choice are added to those that were given. */
function isTagged(given: GivenParameter[] = [], kept: GivenParameter[]) {
  return given.every(({ key, value }) =>
    kept.some(tag => tag.key === key && tag.value === value),
  );
}
