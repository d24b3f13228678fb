import { ResponseError } from '@backstage/errors';

/** Why a request brought nothing, as far as it matters to the reader. */
export type FailureKind =
  | 'forbidden'
  | 'signed-out'
  | 'missing'
  | 'unreachable'
  | 'misunderstood'
  | 'other';

export function failureKind(error: Error): FailureKind {
  if (isResponseError(error)) {
    switch (error.statusCode) {
      case 401:
        return 'signed-out';
      case 403:
        return 'forbidden';
      case 404:
        return 'missing';
      case 502:
      case 503:
      case 504:
        return 'unreachable';
      default:
        return 'other';
    }
  }
  if (error.name === 'ZodError') {
    return 'misunderstood';
  }
  return error instanceof TypeError ? 'unreachable' : 'other';
}

/**
 * By its name: an app may hold several copies of the class, and the guard that
 * comes with it is newer than Backstage 1.55.
 */
export function isResponseError(error: Error): error is ResponseError {
  return error.name === 'ResponseError';
}

/** The server's own words where it sent any. */
export function failureMessage(error: Error): string {
  return isResponseError(error) ? error.cause.message : error.message;
}
