import { z } from 'zod';

/**
 * One operation of the HTTP API. The backend validates with it, the client
 * calls by it and the OpenAPI document is generated from it.
 *
 * @public
 */
export interface Operation {
  id: string;
  method: 'GET' | 'POST' | 'PUT';
  /** Relative to the plugin's base URL, with `:name` for each parameter. */
  path: string;
  summary: string;
  /** The status of a successful answer; 200 where absent. */
  status?: number;
  params?: z.ZodObject;
  query?: z.ZodObject;
  body?: z.ZodObject;
  response: z.ZodType;
  /** Media types that the answer can also have, for who asks for them. */
  alternatives?: readonly string[];
}

/**
 * The schema of one part of an operation, `undefined` where it has none.
 *
 * @public
 */
export type OperationPart<
  TOperation,
  TName extends string,
> = TOperation extends {
  [name in TName]: infer TSchema extends z.ZodType;
}
  ? TSchema
  : undefined;

/**
 * What a schema answers; `undefined` where there is none.
 *
 * @public
 */
export type OperationOutput<TSchema> = TSchema extends z.ZodType
  ? z.output<TSchema>
  : undefined;

/** @public */
export type OperationParams<TOperation> = OperationOutput<
  OperationPart<TOperation, 'params'>
>;

/** @public */
export type OperationQuery<TOperation> = OperationOutput<
  OperationPart<TOperation, 'query'>
>;

/** @public */
export type OperationBody<TOperation> = OperationOutput<
  OperationPart<TOperation, 'body'>
>;

/** @public */
export type OperationResponse<TOperation> = OperationOutput<
  OperationPart<TOperation, 'response'>
>;

/**
 * Declares an operation, keeping the exact types of its schemas.
 *
 * @public
 */
export function defineOperation<const TOperation extends Operation>(
  operation: TOperation,
): TOperation {
  return operation;
}
