import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  startTestBackend,
  TestBackend,
} from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import scaffolderPlugin from '@backstage/plugin-scaffolder-backend';
import yaml from 'yaml';
import { PRODUCT } from './__testUtils__/answers';
import { FakePortal } from './__testUtils__/FakePortal';
import { template } from './__testUtils__/template';
import { examples } from './actions/provisionProduct/examples';
import scaffolderModule from './index';

const PASSWORD = 'correct-horse-battery';

const storageBucket: Entity = yaml.parse(
  readFileSync(
    join(__dirname, '../../../examples/templates/storage-bucket/template.yaml'),
    'utf8',
  ),
);

describe('templates that the scaffolder runs', () => {
  let portal: FakePortal;
  let backend: TestBackend;

  beforeEach(async () => {
    portal = new FakePortal();
    portal.product = {
      ...PRODUCT,
      versions: [...PRODUCT.versions, { id: 'pa-4abcdjnxjj6ne', name: 'v3' }],
    };
    await portal.start();
    backend = await startTestBackend({
      features: [
        scaffolderPlugin,
        scaffolderModule,
        catalogServiceMock.factory({
          entities: [
            ...examples.map(({ example }, index) =>
              template(`example-${index}`, yaml.parse(example)),
            ),
            template(storageBucket.metadata.name, { ...storageBucket.spec }),
          ],
        }),
        createServiceFactory({
          service: coreServices.discovery,
          deps: {},
          factory: () => ({
            getBaseUrl: async () => portal.url,
            getExternalBaseUrl: async () => portal.url,
          }),
        }),
      ],
    });
  });
  afterEach(async () => {
    await backend.stop();
    await portal.stop();
  });

  async function call(path: string, body?: object) {
    const response = await fetch(
      `http://127.0.0.1:${backend.server.port()}/api/scaffolder/v2${path}`,
      {
        method: body ? 'POST' : 'GET',
        headers: {
          authorization: mockCredentials.user.header(),
          'content-type': 'application/json',
        },
        body: body && JSON.stringify(body),
      },
    );
    return response.json();
  }

  function start(example: number): Promise<{ id: string }> {
    return call('/tasks', {
      templateRef: `template:default/example-${example}`,
      values: {
        name: 'payments',
        entityRef: 'component:default/payments',
        storage: 20,
      },
      secrets: { password: PASSWORD },
    });
  }

  async function end(id: string) {
    for (;;) {
      const { status } = await call(`/tasks/${id}`);
      if (['completed', 'failed'].includes(status)) {
        return { status, events: await call(`/tasks/${id}/events`) };
      }
      await new Promise(resolve => setTimeout(resolve, 50));
    }
  }

  it.each(examples.map(({ description }, index) => ({ description, index })))(
    'can do as the example: $description',
    async ({ index }) => {
      const { id } = await start(index);
      const { status, events } = await end(id);
      expect({ status, events }).toMatchObject({ status: 'completed' });
      expect(JSON.stringify(events)).toContain('/paved-road/provisioned/pp-1');
      expect(JSON.stringify(events)).not.toContain(PASSWORD);
    },
  );

  it('get the secret to the launch, and the outputs to the page', async () => {
    await end((await start(1)).id);
    expect(portal.callsOf('launchProduct')[0].body.parameters).toEqual([
      { key: 'AllocatedStorage', value: '20' },
      { key: 'MasterPassword', value: PASSWORD },
    ]);
    const { events } = await end((await start(0)).id);
    expect(events.at(-1).body.output).toEqual({
      links: [{ title: 'The bucket', url: '/paved-road/provisioned/pp-1' }],
      text: [{ title: 'Its name', content: 'documents-4711' }],
    });
  });

  it('get to the same launch when they are retried', async () => {
    portal.refuseOnce('getProvisionedProduct', 403);
    const { id } = await start(0);
    const failed = await end(id);
    expect(failed.status).toBe('failed');
    expect(JSON.stringify(failed.events)).toContain(
      'The portal answers with 403; caused by TroubleError: No getProvisionedProduct now',
    );
    await call(`/tasks/${id}/retry`, {});
    const { status } = await end(id);
    expect(status).toBe('completed');
    const [one, two] = portal.callsOf('launchProduct');
    expect(two.body.changeId).toBe(one.body.changeId);
  });

  it('launch what is chosen in the form, as the example company’s template does', async () => {
    const { id } = await call('/tasks', {
      templateRef: `template:default/${storageBucket.metadata.name}`,
      values: {
        service: 'component:default/payments-api',
        name: 'payments-receipts',
        bucket: {
          account: PRODUCT.account,
          product: PRODUCT.id,
          version: 'pa-one',
          path: 'lpv3-one',
          parameters: { RetentionDays: '30' },
          tags: { DataClass: 'internal' },
          secretKeys: [],
        },
      },
    });
    const { events } = await end(id);
    expect(portal.callsOf('launchProduct')[0].body).toMatchObject({
      account: PRODUCT.account,
      product: PRODUCT.id,
      version: 'pa-one',
      path: 'lpv3-one',
      name: 'payments-receipts',
      entityRef: 'component:default/payments-api',
      parameters: [{ key: 'RetentionDays', value: '30' }],
      tags: [{ key: 'DataClass', value: 'internal' }],
    });
    expect(events.at(-1).body.output.links).toEqual([
      expect.objectContaining({ url: '/paved-road/provisioned/pp-1' }),
    ]);
  });
});
