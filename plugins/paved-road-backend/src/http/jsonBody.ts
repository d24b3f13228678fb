import { CustomErrorBase, InputError } from '@backstage/errors';
import express, { ErrorRequestHandler, RequestHandler } from 'express';

/** The body is larger than the operation takes. */
export class PayloadTooLargeError extends CustomErrorBase {
  readonly name = 'PayloadTooLargeError';
  readonly statusCode = 413;
}

/** The body is of a type that the operation doesn't take. */
export class UnsupportedMediaTypeError extends CustomErrorBase {
  readonly name = 'UnsupportedMediaTypeError';
  readonly statusCode = 415;
}

/**
 * Reads a JSON body of at most `maxBytes`, counted after any decompression.
 * The errors name the limit and quote nothing of the body.
 */
export function readJsonBody(
  maxBytes: number,
): (RequestHandler | ErrorRequestHandler)[] {
  const refuseOtherTypes: RequestHandler = (req, _res, next) => {
    if (!req.is('application/json')) {
      throw new UnsupportedMediaTypeError(
        'Send a body with the header Content-Type: application/json',
      );
    }
    next();
  };
  const explain: ErrorRequestHandler = (error, _req, _res, next) => {
    switch (error.type) {
      case 'entity.too.large':
        next(
          new PayloadTooLargeError(
            `The body has more than the ${maxBytes} bytes that are read`,
          ),
        );
        break;
      case 'entity.parse.failed':
        next(new InputError('The body is not JSON'));
        break;
      default:
        next(error);
    }
  };
  return [refuseOtherTypes, express.json({ limit: maxBytes }), explain];
}
