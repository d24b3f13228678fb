import {
  createMockDirectory,
  mockCredentials,
  mockServices,
  startTestBackend,
  TestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import scaffolderPlugin from '@backstage/plugin-scaffolder-backend';
// eslint-disable-next-line @backstage/no-mixed-plugin-imports -- tests ask the real portal
import pavedRoadPlugin from '@paved-road/backstage-plugin-paved-road-backend';
import { pack } from './actions/policyCheck/__testUtils__/pack';
import { template } from './__testUtils__/template';
import scaffolderModule from './index';

jest.setTimeout(60_000);

const write = {
  action: 'catalog:write',
  input: {
    entity: {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: { name: 'payments' },
      spec: { type: 'service', lifecycle: 'production', owner: 'payments' },
    },
  },
};
const record = (input: object) => ({
  action: 'paved-road:golden-path:record',
  input,
});
const check = (input: object) => ({
  action: 'paved-road:policy:check',
  input,
});

describe('golden paths that the scaffolder runs', () => {
  const packs = createMockDirectory();
  let backend: TestBackend;

  afterEach(() => backend.stop());

  /** Runs a template of these steps to its end; answers all that was said of it. */
  async function run(steps: object[]) {
    packs.setContent(pack('acme'));
    backend = await startTestBackend({
      features: [
        scaffolderPlugin,
        scaffolderModule,
        pavedRoadPlugin,
        mockServices.rootConfig.factory({
          data: { pavedRoad: { packs: [{ target: packs.path }] } },
        }),
        catalogServiceMock.factory({
          entities: [
            template('path', {
              steps: steps.map((step, index) => ({ id: `s${index}`, ...step })),
              output: { verdict: '${{ steps.s2.output.verdict }}' },
            }),
          ],
        }),
      ],
    });
    const { id } = await call('/tasks', {
      templateRef: 'template:default/path',
      values: {},
    });
    for (;;) {
      const { status } = await call(`/tasks/${id}`);
      if (['completed', 'failed'].includes(status)) {
        const events = JSON.stringify(await call(`/tasks/${id}/events`));
        return { status, events };
      }
      await new Promise(resolve => setTimeout(resolve, 50));
    }
  }

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

  it('record the template that the task was started from, and see what the rules say', async () => {
    const { status, events } = await run([
      write,
      record({ version: '1.10' }),
      check({ documents: ['*.yaml'], onFailure: 'warn' }),
    ]);
    expect({ status, events }).toMatchObject({ status: 'completed' });
    expect(events).toContain(
      'component:default/payments: says now that it came from template:default/path, version 1.10',
    );
    expect(events).toContain('"verdict":"unknown"');
  });

  it('end where the check does not pass', async () => {
    const { status, events } = await run([
      write,
      check({ documents: '*.yaml' }),
    ]);
    expect(status).toBe('failed');
    expect(events).toContain("The documents don't pass the rules for");
  });

  it('end where the version is no text', async () => {
    const { status, events } = await run([write, record({ version: 1.1 })]);
    expect(status).toBe('failed');
    expect(events).toMatch(/version.* is not of a type\(s\) string/);
  });
});
