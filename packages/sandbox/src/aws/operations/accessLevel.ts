import { Principal } from '../provisioning/model';
import { invalidParameters } from '../wire/AwsError';
import { Context } from './Context';

interface AccessLevelFilter {
  Key?: 'Account' | 'Role' | 'User';
  Value?: string;
}

/**
 * Tells whose things a caller asks for. Without a filter they are the user's
 * own, which for an assumed role means those of the session's name.
 */
export function accessTest(
  { caller }: Context,
  { Key = 'User', Value = 'self' }: AccessLevelFilter = {},
): (owner: { principal: Principal }) => boolean {
  if (Value !== 'self') {
    throw invalidParameters(
      `The access level filter's value has to be self, not ${Value}.`,
    );
  }
  const { arn, sessionArn } = caller.principal;
  return ({ principal }) =>
    Key === 'Account' ||
    (Key === 'Role'
      ? principal.arn === arn
      : principal.sessionArn === sessionArn);
}
