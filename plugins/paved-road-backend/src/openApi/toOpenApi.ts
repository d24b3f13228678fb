import {
  Operation,
  pavedRoadPermissions,
} from '@paved-road/backstage-plugin-paved-road-common';
import { z } from 'zod';

type JsonSchema = z.core.JSONSchema.JSONSchema;

/** A description of an HTTP API in OpenAPI 3.1. */
export interface OpenApiDocument {
  openapi: '3.1.0';
  info: { title: string; version: string; description: string };
  servers: { url: string }[];
  security: Record<string, string[]>[];
  paths: Record<string, Record<string, OpenApiOperation>>;
  components: Record<string, Record<string, unknown>>;
}

interface OpenApiOperation {
  operationId: string;
  summary: string;
  parameters?: OpenApiParameter[];
  requestBody?: { required: true; content: Content };
  responses: Record<
    string,
    { description: string; content: Content } | { $ref: string }
  >;
}

interface OpenApiParameter {
  name: string;
  in: 'path' | 'query';
  required: boolean;
  description?: string;
  schema: JsonSchema;
}

type Content = Record<string, { schema: JsonSchema }>;

const JSON_TYPE = 'application/json';

/** What every operation answers where it doesn't succeed. */
const errorSchema = z.object({
  error: z.looseObject({
    name: z.string(),
    message: z.string(),
  }),
  request: z.object({ method: z.string(), url: z.string() }).optional(),
  response: z.object({ statusCode: z.number().int() }),
});

/** Describes operations by the very schemas that they are served with. */
export function toOpenApi(
  operations: readonly Operation[],
  about: { version: string; serverUrl: string },
): OpenApiDocument {
  const paths: OpenApiDocument['paths'] = {};
  for (const operation of operations) {
    const path = operation.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = {
      ...paths[path],
      [operation.method.toLowerCase()]: describe(operation),
    };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Paved Road',
      version: about.version,
      description: `Rules, and the compliance of services with them. Callers need the permissions of Backstage's permission framework: ${pavedRoadPermissions
        .map(({ name }) => name)
        .join(', ')}.`,
    },
    servers: [{ url: about.serverUrl }],
    security: [{ backstage: [] }],
    paths,
    components: {
      securitySchemes: {
        backstage: {
          type: 'http',
          scheme: 'bearer',
          description: 'A Backstage token, of a user or of a service',
        },
      },
      responses: {
        Error: {
          description: 'What is wrong, in words',
          content: jsonContent(errorSchema, 'output'),
        },
      },
    },
  };
}

function describe(operation: Operation): OpenApiOperation {
  const { id, summary, status = 200, alternatives = [] } = operation;
  const parameters = [
    ...parametersOf('path', operation.params),
    ...parametersOf('query', operation.query),
  ];
  return {
    operationId: id,
    summary,
    ...(parameters.length > 0 && { parameters }),
    ...(operation.body && {
      requestBody: {
        required: true,
        content: jsonContent(operation.body, 'input'),
      },
    }),
    responses: {
      [status]: {
        description: summary,
        content: {
          ...jsonContent(operation.response, 'output'),
          ...Object.fromEntries(
            alternatives.map(type => [type, { schema: { type: 'object' } }]),
          ),
        },
      },
      default: { $ref: '#/components/responses/Error' },
    },
  };
}

function parametersOf(
  place: 'path' | 'query',
  schema: z.ZodObject | undefined,
): OpenApiParameter[] {
  if (!schema) {
    return [];
  }
  const { properties = {}, required = [] } = toJsonSchema(schema, 'input');
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: required.includes(name),
    schema: withoutChoice(property as JsonSchema),
  }));
}

/** A parameter that is given once or several times is a list of one or more. */
function withoutChoice(schema: JsonSchema): JsonSchema {
  const list = schema.anyOf?.find(
    choice => typeof choice === 'object' && choice.type === 'array',
  );
  return (list as JsonSchema | undefined) ?? schema;
}

function jsonContent(schema: z.ZodType, io: 'input' | 'output'): Content {
  return { [JSON_TYPE]: { schema: toJsonSchema(schema, io) } };
}

function toJsonSchema(schema: z.ZodType, io: 'input' | 'output'): JsonSchema {
  const { $schema, ...rest } = z.toJSONSchema(schema, { io });
  return rest;
}
