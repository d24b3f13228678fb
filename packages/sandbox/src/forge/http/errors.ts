import { ErrorRequestHandler, Response } from 'express';
import {
  isError,
  NotAllowedError,
  NotFoundError,
  InputError,
} from '@backstage/errors';

/** One thing that is wrong with a request, in GitHub's words. */
export interface Fault {
  resource: string;
  field: string;
  code: string;
  message?: string;
}

/** What the API refuses with a status and words of its own. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    message: string,
    readonly faults?: Fault[],
  ) {
    super(message);
    this.name = 'Refusal';
  }
}

function statusOf(error: unknown): number {
  if (error instanceof NotFoundError) {
    return 404;
  }
  if (error instanceof NotAllowedError) {
    return 403;
  }
  if (error instanceof InputError) {
    return 400;
  }
  // What express itself refuses, such as an address that can't be decoded.
  if (isError(error) && typeof error.status === 'number') {
    return error.status >= 400 && error.status < 500 ? error.status : 500;
  }
  return 500;
}

/** Says to the caller what went wrong. */
export type AnswerError = (
  res: Response,
  status: number,
  message: string,
  faults?: Fault[],
) => void;

/**
 * Answers errors in the form of a part of the forge. What went wrong inside is
 * told to the log alone.
 */
export function errorHandler(answer: AnswerError): ErrorRequestHandler {
  return (error, _req, res, _next) => {
    if (error?.code === 'ERR_STREAM_PREMATURE_CLOSE') {
      // The caller has gone; nobody is left to answer.
      res.destroy();
      return;
    }
    const status = statusOf(error);
    if (status === 500) {
      process.stderr.write(`${error?.stack ?? error}\n`);
    }
    if (res.headersSent) {
      // Half an answer must not look like a whole one.
      res.destroy();
      return;
    }
    const message = status === 500 ? 'Server Error' : error.message;
    res.removeHeader('Content-Length');
    const faults = error instanceof Refusal ? error.faults : undefined;
    answer(res, status, message, faults);
  };
}
