import yaml from 'yaml';
import { PAYMENTS, PLATFORM, useWrite } from './__testUtils__/useWrite';
import { examples } from './examples';

const WORKFLOW = '.github/workflows/paved-road.yml';
const BUILD = { '.github': { actions: { build: { 'action.yml': 'a' } } } };

describe('paved-road:pipeline:write', () => {
  const { run, read, workspace, portal } = useWrite();

  it.each([false, true])(
    'writes the platform’s files and annotations (dry run: %s)',
    async isDryRun => {
      workspace.setContent({ 'catalog-info.yaml': PAYMENTS, ...BUILD });
      const { output, log, error } = await run({}, { isDryRun });
      expect(error).toBeUndefined();
      expect(output).toEqual({
        provider: 'github-actions',
        service: 'component:default/payments-api',
        documents: 'infra/*.yaml',
        files: [WORKFLOW, 'CODEOWNERS', 'catalog-info.yaml'],
        requiredCheck: 'paved-road / verdict',
      });
      expect(yaml.parse(read(WORKFLOW)!)).toEqual({
        name: 'paved-road',
        on: {
          push: { branches: ['main'] },
          pull_request: { branches: ['main'] },
        },
        permissions: {},
        jobs: {
          'paved-road': {
            uses: 'meridian/pipelines/.github/workflows/paved-road.yml@v2',
            permissions: {
              contents: 'read',
              'id-token': 'write',
              statuses: 'write',
            },
            with: {
              service: 'component:default/payments-api',
              documents: 'infra/*.yaml',
            },
          },
        },
      });
      expect(read('CODEOWNERS')).toBe(PLATFORM);
      expect(read('catalog-info.yaml')).toBe(
        PAYMENTS.replace(
          'ledger\n',
          `ledger
  annotations:
    paved-road.io/documents: infra/*.yaml
    paved-road.io/pipeline: github-actions:meridian/payments-api
`,
        ),
      );
      expect(log).toEqual([
        `info: ${WORKFLOW}: says now what the platform wants`,
        'info: CODEOWNERS: says now what the platform wants',
        'info: catalog-info.yaml: says now what the platform wants',
      ]);
    },
  );

  it('writes nothing twice', async () => {
    workspace.setContent({ 'catalog-info.yaml': PAYMENTS, ...BUILD });
    await run();
    const once = [WORKFLOW, 'CODEOWNERS', 'catalog-info.yaml'].map(read);
    const { log, output } = await run();
    expect([WORKFLOW, 'CODEOWNERS', 'catalog-info.yaml'].map(read)).toEqual(
      once,
    );
    expect(log.every(line => line.includes('says already'))).toBe(true);
    expect(output.files).toHaveLength(3);
  });

  it('puts its own text in the place of another workflow of that name', async () => {
    workspace.setContent({
      'catalog-info.yaml': PAYMENTS,
      [WORKFLOW]: 'on: push\njobs: { mine: { runs-on: x } }\n',
    });
    await run();
    expect(read(WORKFLOW)).not.toContain('mine');
  });

  it('leaves the workflow out where a product is the pipeline', async () => {
    workspace.setContent({ 'catalog-info.yaml': PAYMENTS });
    const { output, log, error } = await run({ provider: 'service-catalog' });
    expect(error).toBeUndefined();
    expect(read(WORKFLOW)).toBeUndefined();
    expect(output.files).toEqual(['CODEOWNERS', 'catalog-info.yaml']);
    expect(yaml.parse(read('catalog-info.yaml')!).metadata.annotations).toEqual(
      {
        'paved-road.io/documents': 'infra/*.yaml',
        'paved-road.io/pipeline': 'service-catalog:payments-api-pipeline',
      },
    );
    // The build is the team's, so it is missed and not made up.
    expect(log.at(-1)).toMatch(/^warn: buildspec.yml: isn't there/);
    expect(read('buildspec.yml')).toBeUndefined();
  });

  it('takes the first provider that is offered', async () => {
    workspace.setContent({ 'catalog-info.yaml': PAYMENTS });
    const { githubActions, ...others } = portal().channel;
    portal().channel = others;
    expect((await run()).output.provider).toBe('service-catalog');
    expect((await run({ provider: 'github-actions' })).error?.message).toBe(
      "The portal doesn't offer pipelines of 'github-actions'; use service-catalog, or configure it in pavedRoad.channel",
    );
  });

  it('says so where the portal offers none, or no channel at all', async () => {
    workspace.setContent({ 'catalog-info.yaml': PAYMENTS });
    const { requiredCheck, platformTeam } = portal().channel;
    portal().channel = { requiredCheck, platformTeam };
    expect((await run()).error?.message).toMatch(/doesn't offer any pipeline/);
    portal().refuseOnce('getChannelSettings', 404);
    expect((await run()).error?.message).toMatch(/No getChannelSettings now/);
    expect(read('CODEOWNERS')).toBeUndefined();
    expect(read('catalog-info.yaml')).toBe(PAYMENTS);
  });

  it('takes the documents of the entity where none are named', async () => {
    const annotated = PAYMENTS.replace(
      'ledger\n',
      "ledger\n  annotations:\n    paved-road.io/documents: './infra/{a,b}.yaml,  plan.json'\n",
    );
    workspace.setContent({ 'catalog-info.yaml': annotated });
    const { output, error } = await run({ documents: undefined });
    expect(error).toBeUndefined();
    expect(output.documents).toBe('infra/{a,b}.yaml, plan.json');
    workspace.setContent({ 'catalog-info.yaml': PAYMENTS });
    expect((await run({ documents: undefined })).error?.message).toMatch(
      /isn't said what of component:default\/payments-api is scanned/,
    );
  });

  it('tells the portal of documents from where it looks, and the pipeline from the root', async () => {
    const path = 'services/pay/catalog-info.yaml';
    workspace.setContent({ [path]: PAYMENTS });
    const { output, error } = await run({
      catalogInfoPath: path,
      documents: 'services/pay/infra/{a,b}.yaml, services/pay/plan.json',
    });
    expect(error).toBeUndefined();
    expect(yaml.parse(read(path)!).metadata.annotations).toMatchObject({
      'paved-road.io/documents': 'infra/{a,b}.yaml, plan.json',
    });
    const again = await run({ catalogInfoPath: path, documents: undefined });
    expect(again.output.documents).toBe(output.documents);
    expect(
      (await run({ catalogInfoPath: path, documents: 'infra/*.yaml' })).error
        ?.message,
    ).toMatch(/'infra\/\*.yaml' doesn't lie in 'services\/pay'/);
  });

  it('wants to know which of several services it is', async () => {
    const several = `${PAYMENTS}---\nkind: Component\nmetadata:\n  name: worker\n`;
    workspace.setContent({ 'catalog-info.yaml': several });
    expect((await run()).error?.message).toMatch(
      /name its service with 'service': component:default\/payments-api, component:default\/worker/,
    );
    const { output } = await run({ service: 'worker' });
    expect(output.service).toBe('component:default/worker');
    expect(read('catalog-info.yaml')?.startsWith(PAYMENTS)).toBe(true);
    expect(
      (await run({ service: 'component:default/other' })).error?.message,
    ).toMatch(/has no component:default\/other; name .* with 'service'/);
  });

  it.each(examples)('can do as the example: $description', async example => {
    const [{ action, input }] = yaml.parse(example.example).steps;
    expect(action).toBe('paved-road:pipeline:write');
    workspace.setContent({ 'catalog-info.yaml': PAYMENTS });
    const { error, output } = await run({
      ...input,
      repoUrl: 'github.com?owner=meridian&repo=payments-api',
      service: input.service && 'component:default/payments-api',
    });
    expect(error).toBeUndefined();
    expect(output.provider).toBe(input.provider);
  });
});
