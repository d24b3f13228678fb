import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  TestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import scaffolderPlugin from '@backstage/plugin-scaffolder-backend';
import githubModule from '@backstage/plugin-scaffolder-backend-module-github';
import { FakePortal } from './__testUtils__/FakePortal';
import { template } from './__testUtils__/template';
import { TestForge } from './actions/connectPipeline/__testUtils__/TestForge';
import scaffolderModule from './index';

// GitHub's client keeps a second between two writes.
jest.setTimeout(90_000);

const TOKEN = 'gho_correct-horse-battery';

const steps = (repoUrl: string, extra: object = {}) => [
  {
    id: 'catalog',
    action: 'catalog:write',
    input: {
      entity: {
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Component',
        metadata: { name: 'payouts' },
        spec: { type: 'service', lifecycle: 'production', owner: 'payments' },
      },
    },
  },
  {
    id: 'write',
    action: 'paved-road:pipeline:write',
    input: { repoUrl, documents: 'infra/*.yaml' },
  },
  {
    id: 'publish',
    action: 'publish:github',
    input: {
      repoUrl,
      defaultBranch: 'main',
      protectDefaultBranch: false,
      gitAuthorName: 'Mia Kowalski',
      gitAuthorEmail: 'mia@meridian.example',
      token: '${{ secrets.USER_OAUTH_TOKEN }}',
    },
  },
  {
    id: 'connect',
    action: 'paved-road:pipeline:connect',
    input: {
      repoUrl,
      service: '${{ steps.write.output.service }}',
      documents: '${{ steps.write.output.documents }}',
      token: '${{ secrets.USER_OAUTH_TOKEN }}',
      ...extra,
    },
  },
];

describe('a template whose repository is on the paved road from its first commit', () => {
  let forge: TestForge;
  let portal: FakePortal;
  let backend: TestBackend;

  beforeAll(async () => {
    // The owner is known by what it has.
    forge = await TestForge.start({ ledger: { 'README.md': 'Ledger\n' } });
    portal = new FakePortal();
    await portal.start();
    backend = await startTestBackend({
      features: [
        scaffolderPlugin,
        githubModule,
        scaffolderModule,
        mockServices.rootConfig.factory({ data: forge.config.get() as {} }),
        catalogServiceMock.factory({
          entities: ['payouts', 'early'].map(name =>
            template(name, {
              steps: steps(
                forge.repoUrl(name),
                name === 'early' ? { documents: 'other/*.yaml' } : {},
              ),
              output: { set: '${{ steps.connect.output.set }}' },
            }),
          ),
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
  afterAll(async () => {
    await backend.stop();
    await portal.stop();
    await forge.end();
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

  async function run(name: string) {
    const { id } = await call('/tasks', {
      templateRef: `template:default/${name}`,
      values: {},
      secrets: { USER_OAUTH_TOKEN: TOKEN },
    });
    for (;;) {
      const { status } = await call(`/tasks/${id}`);
      if (['completed', 'failed'].includes(status)) {
        const events = await call(`/tasks/${id}/events`);
        expect(JSON.stringify(events)).not.toContain(TOKEN);
        return { status, events };
      }
      await new Promise(resolve => setTimeout(resolve, 100));
    }
  }

  it('takes no push past the pipeline', async () => {
    const { status, events } = await run('payouts');
    expect({ status, events }).toMatchObject({ status: 'completed' });
    expect(events.at(-1).body.output.set).toContainEqual(
      "Changes of main come by pull request, and wait for the check 'paved-road / verdict' on top of what is there.",
    );
    await expect(
      forge.push('payouts', { '.github/workflows/paved-road.yml': 'Mine\n' }),
    ).rejects.toThrow('GH006: Protected branch update failed');
    await expect(
      forge.push('payouts', { 'README.md': 'Mine\n' }),
    ).rejects.toThrow('GH006: Protected branch update failed');
  });

  it('is told so where what was published isn’t what is to be connected', async () => {
    const { status, events } = await run('early');
    expect(status).toBe('failed');
    expect(JSON.stringify(events)).toMatch(
      /isn't what the platform writes for component:default\/payouts with the documents 'other/,
    );
    expect(await forge.api('early', '/branches/main/protection')).toMatchObject(
      { message: 'Branch not protected' },
    );
  });
});
