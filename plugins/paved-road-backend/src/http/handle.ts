import {
  BackstageCredentials,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import {
  Operation,
  OperationBody,
  OperationParams,
  OperationQuery,
  OperationResponse,
} from '@paved-road/backstage-plugin-paved-road-common';
import { Request, Response, Router } from 'express';
import { z } from 'zod';
import { callerOf } from './callerOf';
import { isKnown } from './isKnown';
import { queryOf } from './queryOf';
import { RawAnswer } from './RawAnswer';
import { readJsonBody } from './readJsonBody';
import { RequestGate } from './RequestGate';
import { toInputError } from './toInputError';

/** Bodies of operations that don't say otherwise are small. */
const SMALL_BODY = 100 * 1024;

/** Express's name of each method. */
const methods = { GET: 'get', POST: 'post', PUT: 'put' } as const;

/** A request whose every part fits the operation's schemas. */
export interface OperationRequest<TOperation extends Operation> {
  params: OperationParams<TOperation>;
  query: OperationQuery<TOperation>;
  body: OperationBody<TOperation>;
  /** Of a user or a service; never of nobody. */
  credentials: BackstageCredentials;
  /** Told when the caller goes away before the answer. */
  signal: AbortSignal;
  req: Request;
}

/** Where operations are mounted, and who says who calls. */
export interface HandleContext {
  router: Router;
  httpAuth: HttpAuthService;
}

/** How an operation differs from the ordinary. */
export interface HandleOptions {
  /** Largest body in bytes; 100 KiB where absent. */
  maxBodyBytes?: number;
  /** Bounds how many requests are worked on at once. */
  gate?: RequestGate;
}

/**
 * Mounts one operation. The handler gets what fits the operation's schemas, and
 * what it answers leaves through them too, so that nothing goes out that the
 * contract doesn't name. Unknown parameters are refused: a misspelt filter
 * would otherwise show more than was asked for.
 */
export function handle<TOperation extends Operation>(
  context: HandleContext,
  operation: TOperation,
  handler: (
    request: OperationRequest<TOperation>,
  ) => Promise<OperationResponse<TOperation> | RawAnswer>,
  options: HandleOptions = {},
): void {
  const { router, httpAuth } = context;
  const { gate, maxBodyBytes = SMALL_BODY } = options;

  const answer = async (req: Request, res: Response, signal: AbortSignal) => {
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    const leave = await gate?.enter(callerOf(credentials), signal);
    try {
      const body =
        operation.body && (await readJsonBody(req, res, maxBodyBytes));
      const parts = readParts(operation, req, body);
      return await handler({ ...parts, credentials, signal, req });
    } finally {
      leave?.();
    }
  };

  router[methods[operation.method]](
    operation.path,
    async (req: Request, res: Response) => {
      const signal = signalOf(res);
      try {
        send(req, res, operation, await answer(req, res, signal));
      } catch (error) {
        if (!signal.aborted) {
          throw error;
        }
        // Nobody is there any more to be told.
      }
    },
  );
}

function readParts<TOperation extends Operation>(
  operation: TOperation,
  req: Request,
  body: unknown,
): Pick<OperationRequest<TOperation>, 'params' | 'query' | 'body'> {
  const parts = {
    params: operation.params && read('params', operation.params, req.params),
    query: read('query', operation.query ?? z.object({}), queryOf(req)),
    body: operation.body && read('body', operation.body, body),
  };
  // The schemas are those that the types are inferred from.
  return parts as Pick<
    OperationRequest<TOperation>,
    'params' | 'query' | 'body'
  >;
}

function read(
  part: 'params' | 'query' | 'body',
  schema: z.ZodObject,
  value: unknown,
): unknown {
  const result = schema.strict().safeParse(value);
  if (!result.success) {
    throw toInputError(part, result.error);
  }
  return result.data;
}

function signalOf(res: Response): AbortSignal {
  const controller = new AbortController();
  res.on('close', () => {
    if (!res.writableFinished) {
      controller.abort();
    }
  });
  return controller.signal;
}

function send<TOperation extends Operation>(
  req: Request,
  res: Response,
  operation: TOperation,
  answer: OperationResponse<TOperation> | RawAnswer,
): void {
  res.status(operation.status ?? 200);
  if (answer instanceof RawAnswer) {
    sendRaw(req, res, answer);
    return;
  }
  const result = operation.response.safeParse(answer);
  if (!result.success) {
    const problems = z.prettifyError(result.error);
    throw new Error(
      `The answer of ${operation.id} does not fit its contract: ${problems}`,
    );
  }
  res.json(result.data);
}

function sendRaw(req: Request, res: Response, answer: RawAnswer): void {
  const { contentType, body, headers, etag } = answer;
  // Who asks for another form is answered in another form.
  res.vary('Accept').set(headers);
  if (etag !== undefined) {
    res.set('ETag', etag);
  }
  if (etag !== undefined && isKnown(etag, req.get('If-None-Match'))) {
    res.status(304).end();
    return;
  }
  res.type(contentType).send(body);
}
