import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { pipelinesDirectory, rootDirectory } from './__testUtils__/root';
import { startState } from './__testUtils__/startState';
import { commit, useChannel } from './__testUtils__/useChannel';

jest.setTimeout(120_000);

/** Whether the real Terraform is here, in a version that locks a state in S3. */
function findTerraform(): boolean {
  try {
    const text = execFileSync('terraform', ['version', '-json'], {
      env: { PATH: process.env.PATH },
    }).toString();
    const [major, minor] = JSON.parse(text).terraform_version.split('.');
    return Number(major) === 1 && Number(minor) >= 11;
  } catch {
    return false;
  }
}
const isThere = findTerraform();
if (!isThere) {
  process.stdout.write(
    'Terraform 1.11 or newer is not here, so that only its double is tried\n',
  );
}

const channel = useChannel();
let state: Awaited<ReturnType<typeof startState>>;
beforeEach(async () => {
  state = await startState();
});
afterEach(() => state.stop());

const key =
  '/paved-road-state-444455556666-eu-central-1/ledger/terraform.tfstate';
const plan = JSON.stringify({ format_version: '1.2', resource_changes: [] });

/** A configuration of what is built into Terraform, which downloads nothing. */
function build(main: string) {
  channel.write({
    'built/versions.tf': 'terraform {\n  backend "s3" {}\n}\n',
    'built/main.tf': main,
    'built/.terraform.lock.hcl': '',
    'built/plan.json': plan,
    'built.zip': 'code',
  });
}

const stateOf = () => JSON.parse(state.objects.get(key)?.toString() ?? '{}');

const deploy = (
  name: string,
  change: Record<string, string | undefined> = {},
) =>
  channel.start('deploy.mjs', ['built', 'built.zip'], {
    PAVED_ROAD_RUN: name,
    PAVED_ROAD_DOCUMENTS: 'plan.json',
    ...state.env,
    PAVED_ROAD_MANIFEST: JSON.stringify({
      service: 'component:default/ledger',
      environment: 'production',
      commit,
      documents: [
        {
          path: 'plan.json',
          digest: `sha256:${createHash('sha256').update(plan).digest('hex')}`,
          format: 'terraform-plan',
        },
      ],
    }),
    ...change,
  });

const stagesOf = async (name: string) =>
  (await channel.posted())
    .filter(({ runId }) => runId === name)
    .map(({ stage, verdict }) => `${stage} ${verdict}`);

(isThere ? describe : describe.skip)('Terraform itself', () => {
  it('plans, is checked, and applies into the platform’s state, which is locked meanwhile', async () => {
    build(
      'resource "terraform_data" "a" {\n  input = file("${path.module}/main.tf")\n}\n',
    );
    const { exitCode, output } = await deploy('itself');
    expect([exitCode, output]).toEqual([
      0,
      expect.stringContaining('Apply complete!'),
    ]);
    expect(stateOf().resources).toHaveLength(1);
    expect(await stagesOf('itself')).toEqual([
      'pipeline pass',
      'deployed pass',
    ]);
    const locks = state.asked.filter(
      ({ method, path }) => path === `${key}.tflock` && method !== 'GET',
    );
    expect(locks.map(({ method }) => method)).toEqual([
      ...['PUT', 'DELETE'],
      ...['PUT', 'DELETE'],
    ]);
    // Without a checksum, a bucket with object lock takes nothing.
    const puts = state.asked.filter(({ method }) => method === 'PUT');
    for (const { headers } of puts) {
      expect(headers['x-amz-checksum-sha256']).toEqual(expect.any(String));
    }
  });

  it('goes on from the state that it has left', async () => {
    build('resource "terraform_data" "a" {\n  input = "1"\n}\n');
    expect((await deploy('one')).exitCode).toBe(0);
    const { id } = stateOf().resources[0].instances[0].attributes;
    build('resource "terraform_data" "a" {\n  input = "2"\n}\n');
    expect((await deploy('two')).exitCode).toBe(0);
    const [{ instances }] = stateOf().resources;
    expect(instances[0].attributes).toMatchObject({
      id,
      input: { value: '2' },
    });
  });

  it('waits for the lock that another run has, and applies nothing without it', async () => {
    build('resource "terraform_data" "a" {}\n');
    state.objects.set(
      `${key}.tflock`,
      Buffer.from(JSON.stringify({ ID: 'theirs', Who: 'another run' })),
    );
    const { exitCode, output } = await deploy('locked', {
      PAVED_ROAD_LOCK_TIMEOUT: '1s',
    });
    expect([exitCode, output]).toEqual([
      1,
      expect.stringContaining('another run'),
    ]);
    expect(state.objects.has(key)).toBe(false);
    expect(await stagesOf('locked')).toEqual([]);
  });

  it.each([
    ['a module that is missing', 'module "x" {\n  source = "./x"\n}\n'],
    ['a reference to nothing', 'output "x" {\n  value = local.x\n}\n'],
    [
      'a provider that isn’t pinned',
      'terraform {\n  required_providers {\n    null = {\n      source = "hashicorp/null"\n    }\n  }\n}\n',
    ],
  ])('applies nothing of %s', async (_, main) => {
    build(main);
    expect((await deploy('wrong')).exitCode).toBeGreaterThan(0);
    expect(state.objects.size).toBe(0);
  });

  it('starts no program that the configuration asks for, were it not seen', async () => {
    // What judges the text knows nothing of a module in git; Terraform finds no git.
    const evil = channel.place('ran');
    channel.write({
      'bin/git': `#!/bin/sh\ntouch '${evil}'\n`,
      'x/main.tf': 'module "x" {\n  source = "git::https://x.example/x"\n}\n',
    });
    chmodSync(channel.place('bin/git'), 0o755);
    const started = execFileSync(
      process.execPath,
      [
        '--input-type=module',
        '--eval',
        `import { startTerraform } from ${JSON.stringify(
          pathToFileURL(
            join(
              pipelinesDirectory,
              'scripts/lib/terraform/startTerraform.mjs',
            ),
          ).href,
        )};
        const terraform = await startTerraform({
          folder: ${JSON.stringify(channel.place('x'))},
          scratch: ${JSON.stringify(channel.place('x'))},
          about: { service: 'component:default/ledger' },
          region: 'eu-central-1',
        });
        const { code, stderr } = await terraform(['init', '-no-color']);
        process.stdout.write(JSON.stringify({ code, stderr }));`,
      ],
      {
        env: { PATH: `${channel.place('bin')}:${process.env.PATH}` },
      },
    );
    expect(JSON.parse(started.toString())).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/git must\s+be available/),
    });
    expect(existsSync(evil)).toBe(false);
  });
});

const mirror = process.env.TERRAFORM_PROVIDER_MIRROR ?? '';
(isThere && existsSync(mirror) ? describe : describe.skip)(
  'Terraform itself, with AWS’s provider from a mirror',
  () => {
    const golden = join(rootDirectory, 'templates/terraform-stack/template');
    const database = (isPublic: boolean) =>
      `variable "region" { default = "eu-central-1" }
locals {
  tags = { Owner = "payments" }
}
data "aws_caller_identity" "me" {}
resource "aws_db_instance" "books" {
  instance_class      = "db.t4g.micro"
  username            = data.aws_caller_identity.me.account_id
  publicly_accessible = ${isPublic}
}
`;

    it('stops a plan that the provider has made, by the rules', async () => {
      build(database(true));
      for (const name of ['versions.tf', '.terraform.lock.hcl']) {
        channel.write({
          [`built/${name}`]: readFileSync(join(golden, name), 'utf8'),
        });
      }
      const { exitCode, output } = await deploy('mirror', {
        PAVED_ROAD_TERRAFORM_MIRROR: mirror,
      });
      expect([exitCode, output]).toEqual([
        1,
        expect.stringContaining(
          'aws_db_instance.books › change/after/publicly',
        ),
      ]);
      // The workloads' tag is there, whatever the configuration says of tags.
      expect(output).toMatch(
        /"paved-road:entity" += "component:default\/ledger"/,
      );
      expect(await stagesOf('mirror')).toEqual(['pipeline fail']);
      expect(state.objects.size).toBe(0);
    });
  },
);
