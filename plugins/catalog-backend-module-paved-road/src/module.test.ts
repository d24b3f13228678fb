import { AddressInfo } from 'node:net';
import {
  createMockDirectory,
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import { createManualScheduler } from './__testUtils__/createManualScheduler';
import { createPavedRoadBackend } from './__testUtils__/createPavedRoadBackend';
import { provisionedProduct } from './__testUtils__/provisionedProduct';
import catalogModulePavedRoad from './index';

jest.setTimeout(60_000);

const CATALOG_INFO = `
apiVersion: backstage.io/v1alpha1
kind: System
metadata: { name: cards }
spec: { owner: payments }
---
apiVersion: backstage.io/v1alpha1
kind: Component
metadata: { name: payments-api }
spec: { type: service, lifecycle: production, owner: payments, system: cards }
`;

/** With the catalog itself, from the file of the service to the relations. */
describe('the catalog with the provisioned products', () => {
  const directory = createMockDirectory();

  async function start() {
    directory.setContent({ 'catalog-info.yaml': CATALOG_INFO });
    const backend = createPavedRoadBackend();
    const scheduler = createManualScheduler();
    const { server } = await startTestBackend({
      features: [
        backend.plugin,
        catalogPlugin,
        catalogModulePavedRoad,
        scheduler.factory,
        mockServices.rootConfig.factory({
          data: {
            app: { baseUrl: 'https://portal.example' },
            catalog: {
              processingInterval: { seconds: 1 },
              locations: [
                {
                  type: 'file',
                  target: directory.resolve('catalog-info.yaml'),
                  rules: [{ allow: ['Component', 'System'] }],
                },
              ],
            },
          },
        }),
      ],
    });
    const { port } = server.address() as AddressInfo;

    return {
      backend,
      run: scheduler.run,
      /** Waits for what the catalog has to work out first. */
      async see(kind: string, done: (found: Entity[]) => boolean) {
        for (;;) {
          const response = await fetch(
            `http://localhost:${port}/api/catalog/entities?filter=kind=${kind}`,
            { headers: { Authorization: mockCredentials.user.header() } },
          );
          expect(response.status).toBe(200);
          const found: Entity[] = await response.json();
          if (done(found)) {
            return found;
          }
          await new Promise(resolve => setTimeout(resolve, 100));
        }
      },
    };
  }

  it('shows a provisioned product with its owner, in the graph of its service, until it is ended', async () => {
    const { backend, run, see } = await start();
    backend.has(provisionedProduct());
    await see('component', ([service]) => !!service?.relations?.length);
    await run();

    const [resource] = await see(
      'resource',
      found => (found[0]?.relations?.length ?? 0) > 2,
    );
    expect(resource.metadata.title).toBe('receipts');
    expect(resource.relations).toEqual(
      expect.arrayContaining([
        { type: 'ownedBy', targetRef: 'group:default/payments' },
        { type: 'dependencyOf', targetRef: 'component:default/payments-api' },
        { type: 'partOf', targetRef: 'system:default/cards' },
      ]),
    );
    await see('component', ([service]) =>
      service.relations!.some(
        ({ targetRef, type }) =>
          type === 'dependsOn' &&
          targetRef === `resource:default/${resource.metadata.name}`,
      ),
    );

    backend.has(provisionedProduct({ status: 'TERMINATED' }));
    await run();
    expect(await see('resource', found => found.length === 0)).toEqual([]);
  });
});
