import { CustomErrorBase } from '@backstage/errors';

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

/** More is asked for at once than can be done. */
export class TooManyRequestsError extends CustomErrorBase {
  readonly name = 'TooManyRequestsError';
  readonly statusCode = 429;
}
