import {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';

/** Who asked for something that is kept. */
export interface Requester {
  type: 'user' | 'service';
  /** Entity ref of a user, subject of a service. */
  name: string;
}

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
      'A guest changes nothing here; sign in as yourself',
    );
  }
  return { type: 'user', name: credentials.principal.userEntityRef };
}
