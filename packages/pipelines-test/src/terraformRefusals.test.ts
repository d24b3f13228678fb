import {
  badPlan,
  goodBuild,
  goodPlan,
  planOf,
} from './__testUtils__/useTerraform';
import { manifestOf, useTerraformRun } from './__testUtils__/useTerraformRun';

jest.setTimeout(120_000);

const { channel, terraform, build, about, deploy, stagesOf, commands } =
  useTerraformRun();

describe('applies nothing', () => {
  it('where a rule blocks the plan against what is there, though the build’s passed', async () => {
    build();
    terraform.script({ plans: { first: badPlan } });
    const { exitCode, output } = await deploy('blocked');
    expect([exitCode, terraform.applied()]).toEqual([1, undefined]);
    expect(output).toContain('publicly_accessible');
    expect(await stagesOf('blocked')).toEqual(['pipeline fail']);
  });

  it('where a data store would be destroyed, which only this plan shows', async () => {
    build();
    terraform.script({
      plans: {
        first: planOf([
          {
            type: 'aws_dynamodb_table',
            after: {},
            change: { actions: ['delete', 'create'] },
          },
        ]),
      },
    });
    expect((await deploy('destroys')).exitCode).toBe(1);
    expect(terraform.applied()).toBeUndefined();
  });

  it('where nobody can say whether the rules hold', async () => {
    build();
    terraform.script({
      plans: { first: { ...goodPlan, resource_changes: 7 } },
    });
    expect((await deploy('unreadable')).exitCode).not.toBe(0);
    expect(terraform.applied()).toBeUndefined();
    expect(await stagesOf('unreadable')).not.toContain('pipeline pass');
  });

  it('of another plan than the verdict was on', async () => {
    build({ 'plan.json': JSON.stringify(badPlan) });
    terraform.script();
    expect((await deploy('other')).exitCode).toBe(2);
    expect(terraform.calls()).toEqual([]);
  });

  it.each(['init', 'plan', 'show'])('where %s goes wrong', async command => {
    build();
    terraform.script({ fails: { [command]: 1 } });
    const { exitCode } = await deploy(`broken-${command}`);
    expect([exitCode, terraform.applied()]).toEqual([1, undefined]);
    expect(await stagesOf(`broken-${command}`)).toEqual([]);
  });

  it('where there is no Terraform', async () => {
    build();
    terraform.script();
    channel.write({ 'empty/x': '' });
    const { exitCode } = await channel.start(
      'deploy.mjs',
      ['built', 'built.zip'],
      {
        ...about('without'),
        PATH: channel.place('empty'),
        PAVED_ROAD_MANIFEST: manifestOf({
          'plan.json': goodBuild['plan.json'],
        }),
      },
    );
    expect([exitCode, terraform.applied()]).toEqual([2, undefined]);
  });

  it.each([
    [
      'a module from elsewhere',
      {
        modules: [
          { Key: 'x', Source: 'git::https://x', Dir: '.terraform/modules/x' },
        ],
      },
    ],
    [
      'a module from above',
      { modules: [{ Key: 'x', Source: '../x', Dir: '../x' }] },
    ],
    ['another provider', { providers: ['registry.terraform.io/evil/aws'] }],
  ])(
    'where Terraform finds %s, and gives it no credentials',
    async (_, change) => {
      build();
      terraform.script(change);
      expect((await deploy('finds')).exitCode).toBe(1);
      expect(commands()).toEqual(['init']);
      expect(channel.calls().map(({ call }) => call)).not.toContain(
        'sts assume-role',
      );
    },
  );

  const withConfiguration = (change: object) => ({
    ...goodPlan,
    configuration: { ...goodPlan.configuration, ...change },
  });
  it.each([
    [
      'a provisioner in a module',
      withConfiguration({
        root_module: {
          module_calls: {
            x: {
              source: './x',
              module: {
                resources: [
                  {
                    address: 'aws_x.y',
                    provisioners: [{ type: 'local-exec' }],
                  },
                ],
              },
            },
          },
        },
      }),
    ],
    [
      'a module from a registry',
      withConfiguration({
        root_module: { module_calls: { x: { source: 'evil/x/aws' } } },
      }),
    ],
    [
      'another provider',
      withConfiguration({
        provider_config: {
          'module.x:x': {
            full_name: 'registry.terraform.io/hashicorp/external',
          },
        },
      }),
    ],
    ['errors', { ...goodPlan, errored: true }],
    ['only a part of it', { ...goodPlan, complete: false }],
    ['actions', { ...goodPlan, action_invocations: [{}] }],
    ['no configuration', { ...goodPlan, configuration: undefined }],
    ['another format', { ...goodPlan, format_version: '2.0' }],
    ...(
      [
        ['aws_s3_object', { source: '/proc/self/environ' }],
        ['aws_s3_object', { source: '../../../../../../proc/1/environ' }],
        ['aws_lambda_function', { filename: '/etc/hostname' }],
        ['aws_lambda_function', { filename: '~/.aws/credentials' }],
        ['aws_something_new', { deep: [{ file: '/proc/self/environ' }] }],
        ['aws_something_new', { file: '/etc/passwd' }],
      ] as const
    ).map(([type, after]): [string, object] => [
      `a file of the machine (${JSON.stringify(after)})`,
      planOf([{ type, after }]),
    ]),
    [
      'a file that nobody knows yet',
      planOf([
        {
          type: 'aws_lambda_function',
          after: {},
          change: { after_unknown: { filename: true } },
        },
      ]),
    ],
  ])('of a plan with %s', async (_, first) => {
    build();
    terraform.script({ plans: { first } });
    const { exitCode } = await deploy('plan');
    expect(exitCode).toBeGreaterThan(0);
    expect(terraform.applied()).toBeUndefined();
    expect(await stagesOf('plan')).toEqual([]);
  });
});

it('lets values be that only look like files of the machine', async () => {
  build({ 'lambda/index.js': 'code' });
  terraform.script({
    plans: {
      first: planOf([
        { type: 'aws_iam_policy', after: { path: '/', name: '../x' } },
        {
          type: 'aws_lambda_function',
          after: { filename: './lambda/index.js' },
        },
        {
          type: 'aws_x',
          after: { device_name: '/dev/sdf', command: ['/bin/sh'] },
        },
        { type: 'aws_x', after: { health: '/health', mount: '/tmp' } },
      ]),
    },
  });
  const { exitCode, output } = await deploy('looks');
  expect([exitCode, output]).toEqual([0, expect.any(String)]);
});
