import { ResponseError } from '@backstage/errors';
import { Operation, OperationResponse } from './operation';
import { z } from 'zod';

/** What is needed of a fetch, on either side. @public */
export type FetchApi = { fetch: typeof fetch };

/**
 * What the caller hands over for one part of an operation.
 *
 * @public
 */
export type OperationPartInput<
  TOperation,
  TName extends 'params' | 'query' | 'body',
> = TOperation extends { [name in TName]: infer T extends z.ZodType }
  ? { [name in TName]: z.input<T> }
  : {};

/** The arguments that an operation takes. @public */
export type OperationInput<TOperation extends Operation> = OperationPartInput<
  TOperation,
  'params'
> &
  Partial<OperationPartInput<TOperation, 'query'>> &
  OperationPartInput<TOperation, 'body'>;

/**
 * Calls one operation and answers its parsed response.
 *
 * @throws ResponseError with the server's own message for every status but success.
 * @public
 */
export async function request<TOperation extends Operation>(
  baseUrl: string,
  fetchApi: FetchApi,
  operation: TOperation,
  input: OperationInput<TOperation>,
  init?: { headers?: Record<string, string>; signal?: AbortSignal },
): Promise<OperationResponse<TOperation>> {
  const { params, query, body } = input as {
    params?: Record<string, unknown>;
    query?: Record<string, unknown>;
    body?: unknown;
  };
  const path = operation.path.replace(/:(\w+)/g, (_, name) =>
    encodeURIComponent(String(params?.[name])),
  );
  const response = await fetchApi.fetch(`${baseUrl}${path}${search(query)}`, {
    method: operation.method,
    signal: init?.signal,
    headers: {
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...init?.headers,
    },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  if (!response.ok) {
    throw await ResponseError.fromResponse(response);
  }
  return operation.response.parse(
    await response.json(),
  ) as OperationResponse<TOperation>;
}

function search(query: Record<string, unknown> = {}): string {
  const result = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const item of Array.isArray(value) ? value : [value]) {
      if (item !== undefined && item !== '') {
        result.append(name, String(item));
      }
    }
  }
  const text = result.toString();
  return text && `?${text}`;
}
