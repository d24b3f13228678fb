import {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { Requester } from './checks';

/** Whom Backstage's guest sign-in makes of anybody. */
const GUESTS = ['user:development/guest', 'user:default/guest'];

/**
 * Who answers for a request that changes something.
 *
 * @throws NotAllowedError for a guest, who may be anybody.
 */
export function readRequester(
  auth: AuthService,
  credentials: BackstageCredentials,
): Requester {
  if (auth.isPrincipal(credentials, 'service')) {
    return { type: 'service', name: credentials.principal.subject };
  }
  if (
    !auth.isPrincipal(credentials, 'user') ||
    GUESTS.includes(credentials.principal.userEntityRef)
  ) {
    throw new NotAllowedError(
      'A guest changes nothing here; sign in as yourself to ask for a check',
    );
  }
  return { type: 'user', name: credentials.principal.userEntityRef };
}
