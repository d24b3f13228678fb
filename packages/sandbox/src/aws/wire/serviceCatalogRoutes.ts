import { randomUUID } from 'node:crypto';
import { ErrorRequestHandler, RequestHandler } from 'express';
import { operations } from '../operations';
import { Fault } from '../faults/faults';
import { Sandbox } from '../Sandbox';
import { AwsError } from './AwsError';
import { callerOf } from './callers';
import { faultOf, respond } from './respond';

const TARGET = /^AWS242ServiceCatalogService\.([A-Za-z]{1,100})$/;
const JSON_TYPE = 'application/x-amz-json-1.1';

function parse(body: unknown): unknown {
  try {
    const value = JSON.parse(typeof body === 'string' && body ? body : '{}');
    if (typeof value === 'object' && value !== null) {
      return value;
    }
  } catch {
    // Said below.
  }
  throw new AwsError('SerializationException', 'The body has to be an object');
}

function readLag(fault: Fault | undefined, usual: number) {
  return fault?.kind === 'staleRead' ? fault.lagMs : usual;
}

/** Service Catalog's JSON protocol, version 1.1. */
export function serviceCatalogRoutes(sandbox: Sandbox): RequestHandler {
  return (req, res, next) => {
    const [, name] = TARGET.exec(req.get('x-amz-target') ?? '') ?? [];
    if (!name) {
      next();
      return;
    }
    res.set('x-amzn-RequestId', randomUUID());
    const now = sandbox.clock();
    const { catalog, ledger, switches, timing } = sandbox;
    const caller = callerOf(req.get('authorization'), 'servicecatalog', {
      catalog,
      ledger,
      now,
    });
    const fault = faultOf(sandbox, {
      operation: name,
      account: caller.account,
    });
    respond(req, res, fault, () => {
      const operation = operations.get(name);
      if (!operation) {
        throw new AwsError(
          'UnknownOperationException',
          `The sandbox AWS has no operation ${name}`,
        );
      }
      const answer = operation.call(parse(req.body), {
        catalog,
        ledger,
        switches,
        timing,
        caller,
        now,
        readAt: now - readLag(fault, switches.readLagMs),
        effect:
          fault?.kind === 'fail' || fault?.kind === 'stuck'
            ? fault.kind
            : undefined,
        baseUrl: `http://${req.get('host')}`,
      });
      return { type: JSON_TYPE, body: JSON.stringify(answer) };
    });
  };
}

/** Errors in the form of that protocol. What went wrong inside is told to the log alone. */
export function serviceCatalogErrors(): ErrorRequestHandler {
  return (error, req, res, next) => {
    if (!TARGET.test(req.get('x-amz-target') ?? '') || res.headersSent) {
      next(error);
      return;
    }
    const known = error instanceof AwsError;
    const tooLarge = error?.type === 'entity.too.large';
    if (!known && !tooLarge) {
      next(error);
      return;
    }
    res
      .status(known ? error.status : 413)
      .type(JSON_TYPE)
      .send(
        JSON.stringify({
          __type: known ? error.code : 'RequestEntityTooLargeException',
          Message: error.message,
        }),
      );
  };
}
