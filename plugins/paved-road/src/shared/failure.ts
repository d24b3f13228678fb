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
  if (ResponseError.is(error)) {
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

/** The server's own words where it sent any. */
export function failureMessage(error: Error): string {
  return ResponseError.is(error) ? error.cause.message : error.message;
}
