import { InputError } from '@backstage/errors';

const loopback = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/**
 * The address of the portal's API, without a slash at its end.
 *
 * @throws InputError for what can't be one, or would carry the token in the open.
 */
export function readPortalAddress(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw new InputError(
      '--portal must be an address such as https://backstage.example.com/api/paved-road',
    );
  }
  if (url.username || url.password || url.search || url.hash) {
    throw new InputError(
      '--portal must be an address without a user, a password, ? or #: the token goes into --token-file or PAVED_ROAD_TOKEN',
    );
  }
  if (url.protocol === 'http:' && !loopback.test(url.hostname)) {
    throw new InputError(
      '--portal must begin with https://, so that nobody on the way reads the token or changes the rules',
    );
  }
  return url.href.replace(/\/+$/, '');
}
