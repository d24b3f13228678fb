import { CALLER_WORKFLOW_PATH } from '@paved-road/backstage-plugin-paved-road-common';
import { parse } from 'yaml';
import { readBuild } from './__testUtils__/builds';
import {
  ACTION,
  BRANCH,
  repository,
  serviceFiles,
  useAdoption,
} from './__testUtils__/useAdoption';

// Octokit keeps a second between two writes.
jest.setTimeout(120_000);

const CAME_FROM_ANOTHER = `  annotations:
    paved-road.io/golden-path: template:default/lambda-api
    paved-road.io/golden-path-version: '1.0.0'
`;

const NAMES_ITS_DOCUMENTS = `  annotations:
    paved-road.io/documents: infra/*.yaml, cdk.out/*.{json,yaml}
`;

const below = (folder: string, files: Record<string, string>) =>
  Object.fromEntries(
    Object.entries(files).map(([path, content]) => [
      `${folder}/${path}`,
      content,
    ]),
  );

describe('repositories of many kinds that adopt the paved road', () => {
  const { filesOf, pulls, read, run } = useAdoption({
    repositories: {
      payouts: { ...repository('payouts'), [ACTION]: '# Ours\nruns: {}\n' },
      statements: repository('statements', CAME_FROM_ANOTHER),
      monorepo: {
        CODEOWNERS: '* @meridian/many\n',
        ...below('services/fees', serviceFiles('fees', NAMES_ITS_DOCUMENTS)),
      },
      tariffs: repository('tariffs'),
      treasury: repository('treasury'),
    },
    services: {
      payouts: { repository: 'payouts' },
      statements: {
        repository: 'statements',
        annotations: () => ({
          'paved-road.io/golden-path': 'template:default/lambda-api',
        }),
      },
      fees: {
        repository: 'monorepo',
        path: 'services/fees/catalog-info.yaml',
      },
      // Says that it lies where somebody else's does.
      tariffs: {
        repository: 'tariffs',
        annotations: url => ({
          'backstage.io/source-location': `url:${url}/meridian/treasury/`,
          'github.com/project-slug': 'meridian/treasury',
        }),
      },
      treasury: { repository: 'treasury' },
      'by-hand': {},
    },
  });

  it('leaves a build alone that is there', async () => {
    expect((await run('payouts')).status).toBe('completed');
    const [pull] = await pulls('payouts');
    expect(await filesOf('payouts', pull.number)).not.toContain(ACTION);
    expect(await read('payouts', ACTION, BRANCH)).toBe('# Ours\nruns: {}\n');
  });

  it('leaves a service with the golden path that it came from', async () => {
    const { status } = await run('statements', {
      pipeline: 'service-catalog',
      origin: 'build',
    });
    expect(status).toBe('completed');
    const [pull] = await pulls('statements');
    expect(await filesOf('statements', pull.number)).toEqual([
      'CODEOWNERS',
      'buildspec.yml',
      'catalog-info.yaml',
    ]);
    expect(pull.body).toContain('nothing yet, since the build writes');
    const entity = parse(
      (await read('statements', 'catalog-info.yaml', BRANCH))!,
    );
    expect(entity.metadata.annotations).toEqual({
      'paved-road.io/documents': 'infra/*.yaml',
      'paved-road.io/golden-path': 'template:default/lambda-api',
      'paved-road.io/golden-path-version': '1.0.0',
      'paved-road.io/pipeline': 'service-catalog:statements-pipeline',
    });
    const content = (await read('statements', 'buildspec.yml', BRANCH))!;
    expect(
      readBuild([{ path: 'buildspec.yml', content }], 'service-catalog'),
    ).toMatchObject({ artifacts: ['infra/*.yaml'] });
  });

  it('takes the documents that a service names already, which lie below it', async () => {
    const { status, error } = await run('fees', { documents: undefined });
    expect([status, error]).toEqual(['completed', undefined]);
    const [pull] = await pulls('monorepo');
    expect(await filesOf('monorepo', pull.number)).toEqual([
      ACTION,
      CALLER_WORKFLOW_PATH,
      'CODEOWNERS',
      'services/fees/catalog-info.yaml',
    ]);
    expect(await read('monorepo', CALLER_WORKFLOW_PATH, BRANCH)).toContain(
      'documents: "services/fees/infra/*.yaml, services/fees/cdk.out/*.{json,yaml}"',
    );
    const build = (await read('monorepo', ACTION, BRANCH))!;
    expect(
      readBuild([{ path: ACTION, content: build }], 'github-actions'),
    ).toMatchObject({
      artifacts: [
        'services/fees/infra/*.yaml',
        'services/fees/cdk.out/*.{json,yaml}',
        'CODEOWNERS',
      ],
    });
    expect(pull.body).toContain('services/fees/infra/*.yaml');
  });

  it('asks for the documents where nothing names them', async () => {
    const { status, error } = await run('treasury', { documents: undefined });
    expect([status, error]).toEqual([
      'failed',
      expect.stringMatching(/name it with 'documents'/),
    ]);
    expect(await pulls('treasury')).toEqual([]);
  });

  it('goes where the catalog has a service from, not where it says it lies', async () => {
    expect((await run('tariffs')).status).toBe('completed');
    expect(await pulls('treasury')).toEqual([]);
    expect(await pulls('tariffs')).toHaveLength(1);
  });

  it('touches nothing for a service that comes from no repository, or is none', async () => {
    expect((await run('by-hand')).status).toBe('failed');
    expect((await run('nobody')).status).toBe('failed');
  });

  it('stops where no document is found, and proposes nothing', async () => {
    const { status, error } = await run('treasury', {
      documents: 'cdk/*.json',
    });
    expect(status).toBe('failed');
    expect(error).toBeDefined();
    expect(await pulls('treasury')).toEqual([]);
  });
});
