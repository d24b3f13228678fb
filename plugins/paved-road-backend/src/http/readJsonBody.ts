import { InputError } from '@backstage/errors';
import express, { Request, Response } from 'express';
import { PayloadTooLargeError, UnsupportedMediaTypeError } from './errors';

/**
 * Reads a JSON body of at most `maxBytes`, counted after any decompression.
 * The errors name the limit and quote nothing of the body.
 */
export async function readJsonBody(
  req: Request,
  res: Response,
  maxBytes: number,
): Promise<unknown> {
  if (!req.is('application/json')) {
    throw new UnsupportedMediaTypeError(
      'Send a body with the header Content-Type: application/json',
    );
  }
  const read = express.json({ limit: maxBytes });
  await new Promise<void>((resolve, reject) =>
    read(req, res, error =>
      error ? reject(explain(error, maxBytes)) : resolve(),
    ),
  );
  return req.body;
}

function explain(error: Error & { type?: string }, maxBytes: number): Error {
  switch (error.type) {
    case 'entity.too.large':
      return new PayloadTooLargeError(
        `The body has more than the ${maxBytes} bytes that are read`,
      );
    case 'entity.parse.failed':
      return new InputError('The body is not JSON');
    default:
      return error;
  }
}
