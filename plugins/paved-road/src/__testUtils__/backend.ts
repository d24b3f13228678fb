import { DefaultBodyType, rest } from 'msw';
import { setupServer } from 'msw/node';
import { registerMswTestHooks } from '@backstage/frontend-test-utils';
import {
  Operation,
  OperationBody,
  OperationParams,
  OperationQuery,
  OperationResponse,
} from '@paved-road/backstage-plugin-paved-road-common';

export const BASE_URL = 'http://localhost:7007/api/paved-road';

/** An answer that is no success. */
export class Refusal {
  constructor(readonly status: number, readonly message: string) {}
}

export interface OperationRequest<TOperation> {
  params: OperationParams<TOperation>;
  query: OperationQuery<TOperation>;
  body: OperationBody<TOperation>;
}

type Answer<TOperation> = OperationResponse<TOperation> | Refusal;

const NAMES: Record<number, string> = {
  400: 'InputError',
  401: 'AuthenticationError',
  403: 'NotAllowedError',
  404: 'NotFoundError',
  409: 'ConflictError',
  503: 'ServiceUnavailableError',
};

/**
 * The plugin's backend as the browser meets it, over HTTP. It holds both sides
 * to the contract: a request that the operation's schemas refuse is answered
 * with 400, and an answer that they refuse fails the test.
 */
export function setupBackend() {
  const server = setupServer();
  registerMswTestHooks(server);

  /** Answers an operation from now on. */
  function on<const TOperation extends Operation>(
    operation: TOperation,
    answer: (
      request: OperationRequest<TOperation>,
    ) => Answer<TOperation> | Promise<Answer<TOperation>>,
  ) {
    const method = operation.method === 'GET' ? rest.get : rest.post;
    server.use(
      method(`${BASE_URL}${operation.path}`, async (req, res, ctx) => {
        const query = operation.query?.safeParse(queryOf(req.url.searchParams));
        if (query && !query.success) {
          return res(
            ctx.status(400),
            ctx.json(errorBody(400, String(query.error))),
          );
        }
        const body = operation.body?.safeParse(await req.json());
        if (body && !body.success) {
          return res(
            ctx.status(400),
            ctx.json(errorBody(400, String(body.error))),
          );
        }
        const params = operation.params?.parse(req.params);
        const result = await answer({
          params,
          query: query?.data,
          body: body?.data,
        } as OperationRequest<TOperation>);
        return result instanceof Refusal
          ? res(
              ctx.status(result.status),
              ctx.json(errorBody(result.status, result.message)),
            )
          : res(
              ctx.status(operation.status ?? 200),
              ctx.json(operation.response.parse(result) as DefaultBodyType),
            );
      }),
    );
  }

  return { server, on };
}

function queryOf(params: URLSearchParams): Record<string, string | string[]> {
  return Object.fromEntries(
    [...params.keys()].map(name => {
      const values = params.getAll(name);
      return [name, values.length > 1 ? values : values[0]];
    }),
  );
}

function errorBody(statusCode: number, message: string) {
  return {
    error: { name: NAMES[statusCode] ?? 'Error', message },
    response: { statusCode },
  };
}

/** Holds answers back until it is opened. */
export function gate() {
  let open = () => {};
  const opened = new Promise<void>(resolve => {
    open = resolve;
  });
  return { opened, open };
}
