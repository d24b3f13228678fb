import { createBackendModule } from '@backstage/backend-plugin-api';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import {
  pavedRoadOperations,
  pavedRoadPermissions,
  RESOURCE_TYPE_PRODUCT,
} from '@paved-road/backstage-plugin-paved-road-common';
import {
  GuardEngine,
  pavedRoadEngineExtensionPoint,
} from '@paved-road/backstage-plugin-paved-road-node';
import { Router } from 'express';
import request from 'supertest';
import { startPlugin } from './__testUtils__/startPlugin';

jest.setTimeout(60_000);

describe('pavedRoadPlugin', () => {
  it('mounts every operation of the contract, and nothing that openapi.json does not describe', async () => {
    const routers: Router[] = [];
    await startPlugin({
      features: [
        mockServices.httpRouter.mock({
          use: router => {
            routers.push(router as Router);
          },
        }).factory,
      ],
    });
    const mounted = routers
      .flatMap(router => router.stack.flatMap(layer => layer.route ?? []))
      // What the permission framework mounts for itself.
      .filter(({ path }) => !path.startsWith('/.well-known/backstage/'))
      .flatMap(({ path, stack }) =>
        stack.map(({ method }) => `${method.toUpperCase()} ${path}`),
      );
    expect(mounted.sort()).toEqual(
      [
        'GET /openapi.json',
        ...pavedRoadOperations.map(({ method, path }) => `${method} ${path}`),
      ].sort(),
    );
  });

  it('serves openapi.json to callers that are signed in', async () => {
    const server = await startPlugin({});
    const url = '/api/paved-road/openapi.json';
    const response = await request(server).get(url);
    expect(response.status).toBe(200);
    expect(response.body).toMatchObject({
      openapi: '3.1.0',
      servers: [{ url: '/api/paved-road' }],
    });
    await request(server)
      .get(url)
      .set('Authorization', mockCredentials.none.header())
      .expect(401);
  });

  it('tells its permissions, and the rules that policies can decide about products with', async () => {
    const server = await startPlugin({});
    const { body } = await request(server).get(
      '/api/paved-road/.well-known/backstage/permissions/metadata',
    );
    expect(body.permissions).toEqual(pavedRoadPermissions);
    expect(body.rules).toEqual(
      [
        ['IS_IN_ACCOUNT', 'accounts'],
        ['IS_IN_ENVIRONMENT', 'environments'],
        ['IS_OWNED_BY', 'owners'],
        ['IS_PRODUCT', 'products'],
      ].map(([name, parameter]) =>
        expect.objectContaining({
          name,
          resourceType: RESOURCE_TYPE_PRODUCT,
          paramsSchema: expect.objectContaining({ required: [parameter] }),
        }),
      ),
    );
  });

  it('does not start with a configuration that it cannot use', async () => {
    await expect(
      startPlugin({ pavedRoad: { defaultEnvironment: 'prod' } }),
    ).rejects.toThrow(/pavedRoad\.defaultEnvironment is 'prod'/);
  });

  it('takes one engine of a module, not two', async () => {
    const engineModule = (moduleId: string) =>
      createBackendModule({
        pluginId: 'paved-road',
        moduleId,
        register: reg =>
          reg.registerInit({
            deps: { engines: pavedRoadEngineExtensionPoint },
            async init({ engines }) {
              engines.setEngine(new GuardEngine());
            },
          }),
      });
    await expect(
      startPlugin({ features: [engineModule('one'), engineModule('two')] }),
    ).rejects.toThrow(/The policy engine of paved-road is set already/);
  });
});
