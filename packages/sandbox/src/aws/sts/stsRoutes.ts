import { randomUUID } from 'node:crypto';
import { ErrorRequestHandler, Request, RequestHandler } from 'express';
import { AwsError } from '../wire/AwsError';
import { callerOf } from '../wire/callers';
import { faultOf, respond } from '../wire/respond';
import { xml } from '../wire/xml';
import { Sandbox } from '../Sandbox';
import { actions } from './actions';

const NAMESPACE = 'https://sts.amazonaws.com/doc/2011-06-15/';

export const isQuery = (req: Request) =>
  req.method === 'POST' &&
  req.path === '/' &&
  req.is('application/x-www-form-urlencoded') !== false;

/** STS's Query protocol: a form comes in, XML goes out. */
export function stsRoutes(sandbox: Sandbox): RequestHandler {
  return (req, res, next) => {
    if (!isQuery(req)) {
      next();
      return;
    }
    const form = Object.fromEntries(new URLSearchParams(String(req.body)));
    const now = sandbox.clock();
    const { catalog, ledger } = sandbox;
    const caller = callerOf(req.get('authorization'), 'sts', {
      catalog,
      ledger,
      now,
    });
    const name = form.Action ?? '';
    const fault = faultOf(sandbox, {
      operation: name,
      account: /^arn:aws:iam::(\d{12}):/.exec(form.RoleArn ?? '')?.[1],
    });
    respond(req, res, fault, () => {
      const action = actions.get(name);
      if (!action) {
        throw new AwsError(
          'InvalidAction',
          `The sandbox AWS has no action ${name}`,
        );
      }
      const result = action(form, { catalog, ledger, caller, now });
      const body = xml(`${name}Response`, NAMESPACE, {
        [`${name}Result`]: result,
        ResponseMetadata: { RequestId: randomUUID() },
      });
      return { type: 'text/xml', body };
    });
  };
}

/** The names that STS has for some errors of the other protocol. */
const NAMES: Record<string, string> = {
  AccessDeniedException: 'AccessDenied',
  ExpiredTokenException: 'ExpiredToken',
  InvalidSignatureException: 'SignatureDoesNotMatch',
  MissingAuthenticationTokenException: 'MissingAuthenticationToken',
  IncompleteSignatureException: 'IncompleteSignature',
  ThrottlingException: 'Throttling',
  UnrecognizedClientException: 'InvalidClientTokenId',
  ValidationException: 'ValidationError',
};

/** Errors in the form of that protocol. */
export function stsErrors(): ErrorRequestHandler {
  return (error, req, res, next) => {
    if (!isQuery(req) || res.headersSent || !(error instanceof AwsError)) {
      next(error);
      return;
    }
    const status = error.code === 'AccessDeniedException' ? 403 : error.status;
    const body = xml('ErrorResponse', NAMESPACE, {
      Error: {
        Type: 'Sender',
        Code: NAMES[error.code] ?? error.code,
        Message: error.message,
      },
      RequestId: randomUUID(),
    });
    res.status(status).type('text/xml').send(body);
  };
}
