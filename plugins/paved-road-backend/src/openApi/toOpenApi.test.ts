import SwaggerParser from '@apidevtools/swagger-parser';
import {
  checkDocuments,
  createCheck,
  listRules,
  pavedRoadOperations,
} from '@paved-road/backstage-plugin-paved-road-common';
import { toOpenApi } from './toOpenApi';

const about = { version: '1.2.3', serverUrl: '/api/paved-road' };

describe('toOpenApi', () => {
  it('describes all operations in valid OpenAPI 3.1', async () => {
    const description = toOpenApi(pavedRoadOperations, about);
    const copy = JSON.parse(JSON.stringify(description));
    await expect(SwaggerParser.validate(copy)).resolves.toMatchObject({
      openapi: '3.1.0',
      info: { title: 'Paved Road', version: '1.2.3' },
    });
    const described = Object.entries(description.paths).flatMap(
      ([path, methods]) =>
        Object.entries(methods).map(
          ([method, { operationId }]) => `${operationId} ${method} ${path}`,
        ),
    );
    expect(described.sort()).toEqual(
      pavedRoadOperations
        .map(
          ({ id, method, path }) =>
            `${id} ${method.toLowerCase()} ${path.replace(
              /:([^/]+)/g,
              '{$1}',
            )}`,
        )
        .sort(),
    );
  });

  it('names every part of a path as a required parameter', () => {
    const { paths } = toOpenApi(pavedRoadOperations, about);
    for (const [path, methods] of Object.entries(paths)) {
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      for (const { parameters = [] } of Object.values(methods)) {
        expect(
          parameters
            .filter(parameter => parameter.in === 'path' && parameter.required)
            .map(({ name }) => name),
        ).toEqual(inPath);
      }
    }
  });

  it('describes a parameter that may be given several times as a list', () => {
    const { paths } = toOpenApi([listRules], about);
    expect(paths['/rules'].get.parameters).toContainEqual({
      name: 'severity',
      in: 'query',
      required: false,
      schema: {
        type: 'array',
        maxItems: 100,
        items: { type: 'string', enum: ['critical', 'high', 'medium', 'low'] },
      },
    });
  });

  it('describes bodies, statuses, other media types and errors', () => {
    const { paths } = toOpenApi([checkDocuments, createCheck], about);
    const check = paths['/check'].post;
    expect(check.requestBody).toMatchObject({
      required: true,
      content: {
        'application/json': { schema: { required: ['documents'] } },
      },
    });
    expect(check.responses).toMatchObject({
      200: {
        content: {
          'application/json': { schema: { type: 'object' } },
          'application/sarif+json': {},
        },
      },
      default: { $ref: '#/components/responses/Error' },
    });
    expect(
      paths['/services/{kind}/{namespace}/{name}/checks'].post.responses,
    ).toHaveProperty('202');
  });
});
