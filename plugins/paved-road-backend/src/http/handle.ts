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
import { toInputError } from './inputError';
import { readJsonBody } from './jsonBody';
import { RawAnswer } from './RawAnswer';

/** Bodies of operations that don't say otherwise are small. */
const SMALL_BODY = 100 * 1024;

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

/** What `handle` needs of the plugin. */
export interface HandleContext {
  router: Router;
  httpAuth: HttpAuthService;
}

/** How an operation differs from the ordinary. */
export interface HandleOptions {
  /** Largest body in bytes; 100 KiB where absent. */
  maxBodyBytes?: number;
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
  const method = operation.method === 'GET' ? 'get' : 'post';
  const bodyReaders = operation.body
    ? readJsonBody(options.maxBodyBytes ?? SMALL_BODY)
    : [];
  router[method](
    operation.path,
    ...bodyReaders,
    async (req: Request, res: Response) => {
      const credentials = await httpAuth.credentials(req, {
        allow: ['user', 'service'],
      });
      const answer = await handler({
        ...readParts(operation, req),
        credentials,
        signal: signalOf(res),
        req,
      });
      if (answer instanceof RawAnswer) {
        res.status(operation.status ?? 200).type(answer.contentType);
        res.send(answer.body);
        return;
      }
      res
        .status(operation.status ?? 200)
        .json(encode(operation, answer as OperationResponse<TOperation>));
    },
  );
}

function readParts<TOperation extends Operation>(
  operation: TOperation,
  req: Request,
): Pick<OperationRequest<TOperation>, 'params' | 'query' | 'body'> {
  const parts = {
    params: operation.params && read('params', operation.params, req.params),
    query: read('query', operation.query ?? z.object({}), queryOf(req)),
    body: operation.body && read('body', operation.body, req.body),
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

/** Each parameter as a text, or a list of texts where it is given several times. */
function queryOf(req: Request): Record<string, string | string[]> {
  const start = req.originalUrl.indexOf('?');
  const search = new URLSearchParams(
    start === -1 ? '' : req.originalUrl.slice(start),
  );
  return Object.fromEntries(
    [...new Set(search.keys())].map(name => {
      const values = search.getAll(name);
      return [name, values.length === 1 ? values[0] : values];
    }),
  );
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

function encode<TOperation extends Operation>(
  operation: TOperation,
  answer: OperationResponse<TOperation>,
): unknown {
  const result = operation.response.safeParse(answer);
  if (!result.success) {
    throw new Error(
      `The answer of ${
        operation.id
      } does not fit its contract: ${z.prettifyError(result.error)}`,
    );
  }
  return result.data;
}
