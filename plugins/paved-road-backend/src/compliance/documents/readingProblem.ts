import {
  InputError,
  NotAllowedError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';

const LONGEST = 300;

/**
 * Why a source can't be read, in words that can be kept and shown: without
 * addresses, since these may carry tokens.
 */
export function readingProblem(error: unknown, url: string): Error {
  const host = URL.canParse(url) ? new URL(url).host : 'the source location';
  const { name, message } =
    error instanceof Error ? error : new Error(String(error));
  switch (name) {
    case 'InputError':
      return new InputError(withoutAddresses(message));
    case 'NotFoundError':
      return new NotFoundError(
        `The source location was not found on ${host}, or the portal may not read it`,
      );
    case 'NotAllowedError':
      return new NotAllowedError(
        `The portal is not allowed to read from ${host}; see backend.reading and integrations in its configuration`,
      );
    case 'TimeoutError':
      return new ServiceUnavailableError(`${host} did not answer in time`);
    default:
      return new ServiceUnavailableError(
        `The source could not be read from ${host}: ${withoutAddresses(
          message,
        )}`,
      );
  }
}

function withoutAddresses(message: string): string {
  const clean = message
    .replace(/\b[a-z][a-z0-9+.-]*:\/\/[^\s'"<>]*/gi, '(address)')
    .replace(/\b(bearer|basic|token)\s+[^\s,;]+/gi, '$1 (hidden)')
    .replace(/\s+/g, ' ')
    .trim();
  return clean.length > LONGEST ? `${clean.slice(0, LONGEST - 1)}…` : clean;
}
