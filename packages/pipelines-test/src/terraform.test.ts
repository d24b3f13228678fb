import { existsSync } from 'node:fs';
import { badDatabase, goodTopic } from './__testUtils__/documents';
import { goodBuild, goodPlan } from './__testUtils__/useTerraform';
import { useTerraformRun } from './__testUtils__/useTerraformRun';

jest.setTimeout(120_000);

const {
  channel,
  terraform,
  build,
  about,
  deploy,
  verdict,
  resultsOf,
  stagesOf,
  commands,
} = useTerraformRun();

it('plans against what is there, checks that plan, and applies exactly it', async () => {
  build();
  terraform.script();
  const { exitCode, output } = await deploy('whole');
  expect([exitCode, output]).toEqual([0, expect.any(String)]);
  expect(commands()).toEqual(['init', 'init', 'plan', 'show', 'apply']);
  const [, , plan, show, apply] = terraform.calls();
  const [file] = plan.args.filter(arg => arg.startsWith('-out='));
  expect([show.args.at(-1), apply.args.at(-1)]).toEqual([
    file.slice(5),
    file.slice(5),
  ]);
  expect(apply.args).not.toContain('-auto-approve');
  expect(await stagesOf('whole')).toEqual(['pipeline pass', 'deployed pass']);
  const [checked, deployed] = await resultsOf('whole');
  expect(deployed.subjectDigest).toBe(checked.subjectDigest);
});

it('explains what is deployed by the plan that was applied, not by the build’s', async () => {
  build();
  terraform.script({ plans: { first: { ...goodPlan, timestamp: 'later' } } });
  expect((await verdict('both')).exitCode).toBe(0);
  expect((await deploy('both')).exitCode).toBe(0);
  const [built, checked, deployed] = await resultsOf('both');
  expect(built.subjectDigest).not.toBe(checked.subjectDigest);
  expect(deployed.subjectDigest).toBe(checked.subjectDigest);
});

it('says where the state lies, and locks it; the repository says nothing of it', async () => {
  build();
  terraform.script();
  await deploy('state');
  const [offline, init] = terraform.calls();
  expect(offline.args).toContain('-backend=false');
  expect(init.args.filter(arg => arg.startsWith('-backend-config'))).toEqual([
    '-backend-config=bucket=paved-road-state-444455556666-eu-central-1',
    '-backend-config=key=ledger/terraform.tfstate',
    '-backend-config=region=eu-central-1',
    '-backend-config=use_lockfile=true',
  ]);
  for (const { args } of [offline, init]) {
    expect(args).toContain('-lockfile=readonly');
  }
});

it('gives Terraform the role of this service, once it is known what it would do, and nothing else of the pipeline', async () => {
  build();
  terraform.script();
  const { output } = await deploy('credentials');
  const assumed = channel
    .calls()
    .filter(({ call }) => call === 'sts assume-role');
  expect(assumed.map(({ input }) => input.RoleArn)).toEqual([
    'arn:aws:iam::444455556666:role/paved-road/terraform-ledger',
  ]);
  const [offline, ...others] = terraform.calls();
  expect(JSON.stringify(offline.env)).not.toMatch(
    /AWS_(ACCESS|SECRET|SESSION)/,
  );
  for (const { env } of others) {
    expect(env).toMatchObject({
      AWS_ACCESS_KEY_ID: 'ASIATERRAFORM',
      'TF_AWS_DEFAULT_TAGS_paved-road:entity': 'component:default/ledger',
      PATH: '',
    });
  }
  for (const { env } of terraform.calls()) {
    expect(
      Object.keys(env).filter(name => /^PAVED_|TOKEN$/.test(name)),
    ).toEqual(env.AWS_SESSION_TOKEN ? ['AWS_SESSION_TOKEN'] : []);
    expect(
      Object.keys(env).filter(name => /^TF_(CLI_ARGS|LOG)/.test(name)),
    ).toEqual([]);
  }
  expect(output).not.toMatch(/secret-of|token-of/);
});

it('takes nothing over that an earlier run of Terraform has left', async () => {
  build({
    '.terraform/terraform.tfstate': '{"backend":{"type":"http"}}',
    '.terraform/environment': 'mine',
    'terraform.d/plugins/registry.terraform.io/hashicorp/aws/5.100.0/linux_amd64/terraform-provider-aws':
      'evil',
    'terraform.tfstate': '{}',
  });
  terraform.script();
  expect((await deploy('left')).exitCode).toBe(0);
  expect(terraform.calls()[0].files).toEqual(Object.keys(goodBuild).sort());
});

it('tells what is there of an apply that breaks off, and that it isn’t what was checked', async () => {
  build();
  const half = { ...goodPlan, timestamp: 'half of it' };
  terraform.script({
    plans: { first: goodPlan, afterwards: half },
    fails: { apply: 1 },
  });
  const { exitCode, output } = await deploy('breaks-off');
  expect([exitCode, output]).toEqual([
    1,
    expect.stringContaining('could not be applied to its end'),
  ]);
  const [checked, deployed] = await resultsOf('breaks-off');
  expect([checked.stage, deployed.stage]).toEqual(['pipeline', 'deployed']);
  expect(deployed.subjectDigest).not.toBe(checked.subjectDigest);
});

it('lets Terraform come to an end where the pipeline is cancelled, and tells what is there', async () => {
  build();
  terraform.script({ isCancelled: true, fails: { apply: 1 } });
  expect((await deploy('cancelled')).exitCode).toBe(1);
  expect(existsSync(channel.place('terraform/told'))).toBe(true);
  expect(await stagesOf('cancelled')).toEqual([
    'pipeline pass',
    'deployed pass',
  ]);
});

it('saves the state that Terraform couldn’t write, since it goes with the machine', async () => {
  build();
  terraform.script({ fails: { apply: 1 }, losesState: true });
  const { output } = await deploy('loses');
  expect(terraform.calls().map(({ args }) => args)).toContainEqual([
    'state',
    'push',
    '-lock-timeout=1m',
    'errored.tfstate',
  ]);
  expect(output).not.toContain('import what was made');
});

it('says so where the state is lost', async () => {
  build();
  terraform.script({ fails: { apply: 1, state: 1 }, losesState: true });
  const { exitCode, output } = await deploy('lost');
  expect([exitCode, output]).toEqual([
    1,
    expect.stringContaining('import what was made'),
  ]);
});

describe('before a merge', () => {
  it('passes what can be applied', async () => {
    build();
    expect((await verdict('passes')).exitCode).toBe(0);
    expect(channel.read('output.txt')).toContain('terraform-plan');
  });

  it.each([
    [
      'what would run something, though the rules hold',
      {
        'main.tf':
          'resource "aws_db_instance" "x" {\n  provisioner "local-exec" {\n    command = "curl evil"\n  }\n}\n',
      },
      'main.tf:2 has a provisioner',
    ],
    [
      'a plan without its configuration',
      { 'versions.tf': undefined, 'main.tf': undefined },
      'no Terraform files',
    ],
    [
      'a plan without its lock file',
      { '.terraform.lock.hcl': undefined },
      '.terraform.lock.hcl',
    ],
  ])('stops %s, and names nothing to deploy', async (_, change, words) => {
    build(change);
    const { exitCode, output } = await verdict('stops');
    expect([exitCode, output]).toEqual([
      expect.any(Number),
      expect.stringContaining(words),
    ]);
    expect(exitCode).toBeGreaterThan(0);
    expect(channel.read('output.txt')).toBe('');
  });

  it('stops a plan among templates', async () => {
    build({ 'a.yaml': goodTopic });
    const { exitCode, output } = await channel.start('verdict.mjs', ['built'], {
      ...about('mixed'),
      PAVED_ROAD_DOCUMENTS: 'plan.json,*.yaml',
    });
    expect([exitCode, output]).toEqual([
      1,
      expect.stringContaining('not the only document'),
    ]);
  });
});

it('deploys no plan among templates either', async () => {
  build({ 'a.yaml': badDatabase });
  terraform.script();
  const { exitCode } = await deploy('mixed-deploy', {
    'plan.json': goodBuild['plan.json'],
    'a.yaml': badDatabase,
  });
  expect([exitCode, terraform.calls()]).toEqual([1, []]);
});
