import { conditionsHold, isLike, RequestContext } from './conditions';
import { Policy, Statement } from './policy';

/** One call to AWS. */
export interface Call {
  action: string;
  resource: string;
  context?: RequestContext;
}

/** All policies that count for a call. */
export interface Policies {
  identity: Policy[];
  boundary?: Policy;
  /** Beside AWS's own `FullAWSAccess`. */
  serviceControl?: Policy[];
}

/** Allowed, or who says no: the Sid of the statement, or the kind of policy that is silent. */
export type Decision = 'allowed' | `denied by ${string}`;

function applies(statement: Statement, call: Call): boolean {
  const { Action, NotAction, Resource, NotResource, Condition } = statement;
  const isNamed = (names: string[]) =>
    names.some(name => isLike(call.action, name, 'i'));
  return (
    (Action ? isNamed(Action) : !isNamed(NotAction ?? [])) &&
    (NotResource
      ? !NotResource.some(pattern => isLike(call.resource, pattern))
      : (Resource ?? ['*']).some(pattern => isLike(call.resource, pattern))) &&
    conditionsHold(Condition, call.context ?? {})
  );
}

/** A statement of an effect that applies. */
function find(policies: Policy[], effect: Statement['Effect'], call: Call) {
  return policies
    .flatMap(({ Statement: statements }) => statements)
    .find(one => one.Effect === effect && applies(one, call));
}

/**
 * What IAM decides for a caller of the same account, after AWS's documentation: an
 * explicit deny wins; else the identity's policies have to allow it, and so has a
 * boundary where there is one. The control policies are lists of denials.
 */
export function evaluate(policies: Policies, call: Call): Decision {
  const { identity, boundary, serviceControl = [] } = policies;
  const all = [...serviceControl, ...identity, ...(boundary ? [boundary] : [])];
  const denial = find(all, 'Deny', call);
  if (denial) {
    return `denied by ${denial.Sid ?? 'a statement without a Sid'}`;
  }
  if (boundary && !find([boundary], 'Allow', call)) {
    return 'denied by the boundary';
  }
  return find(identity, 'Allow', call) ? 'allowed' : 'denied by the identity';
}

/** Whether a role lets somebody in. */
export function mayAssume(
  trust: Policy,
  call: Omit<Call, 'resource'>,
): boolean {
  const whole = { ...call, resource: '*' };
  return (
    !find([trust], 'Deny', whole) && Boolean(find([trust], 'Allow', whole))
  );
}
