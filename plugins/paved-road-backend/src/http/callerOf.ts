import { BackstageCredentials } from '@backstage/backend-plugin-api';

/** Names who calls: a user's entity ref, a service's subject. */
export function callerOf(credentials: BackstageCredentials): string {
  const principal = credentials.principal as {
    userEntityRef?: string;
    subject?: string;
  };
  return principal.userEntityRef ?? principal.subject ?? 'unknown';
}
