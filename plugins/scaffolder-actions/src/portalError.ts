import { ForwardedError, ResponseError, toError } from '@backstage/errors';

/** An error with what the portal says of it, instead of HTTP's bare words. */
export function portalError(error: unknown): Error {
  return ResponseError.is(error)
    ? new ForwardedError(
        `The portal answers with ${error.statusCode}`,
        error.cause,
      )
    : toError(error);
}
