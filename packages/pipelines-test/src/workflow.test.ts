import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  CALLER_JOB,
  REQUIRED_CHECK,
  renderCallerWorkflow,
} from '@paved-road/backstage-plugin-paved-road-common';
import { parse } from 'yaml';
import { z } from 'zod';
import { pipelinesDirectory } from './__testUtils__/root';
import { readText, resourcesOf } from './__testUtils__/templates';

const PATH = '.github/workflows/paved-road.yml';

const stepSchema = z.object({
  name: z.string().optional(),
  uses: z.string().optional(),
  run: z.string().optional(),
  if: z.string().optional(),
  with: z
    .record(z.string(), z.union([z.string(), z.boolean(), z.number()]))
    .optional(),
});

const workflowSchema = z.object({
  on: z.object({
    workflow_call: z.object({ inputs: z.record(z.string(), z.unknown()) }),
  }),
  permissions: z.strictObject({}),
  env: z.record(z.string(), z.string()),
  jobs: z.record(
    z.string(),
    z.object({
      needs: z.union([z.string(), z.array(z.string())]).optional(),
      if: z.string().optional(),
      'runs-on': z.string(),
      'timeout-minutes': z.number(),
      environment: z.string().optional(),
      permissions: z.record(z.string(), z.string()),
      steps: z.array(stepSchema),
    }),
  ),
});

const workflow = workflowSchema.parse(parse(readText(PATH)));
const { build, verdict, deploy } = workflow.jobs;
const steps = Object.values(workflow.jobs).flatMap(job => job.steps);

it('is called as a repository’s own workflow calls it', () => {
  const caller = parse(
    renderCallerWorkflow({
      workflow: `meridian/pipelines/${PATH}`,
      ref: 'v1.0.0',
      service: 'component:default/ledger',
      documents: 'infra/*.yaml',
      branch: 'main',
    }),
  );
  const { with: given, permissions } = caller.jobs[CALLER_JOB];
  expect(Object.keys(given)).toEqual(
    Object.keys(workflow.on.workflow_call.inputs),
  );
  for (const job of Object.values(workflow.jobs)) {
    for (const [name, right] of Object.entries(job.permissions)) {
      // A job that wants more than the caller gives doesn't start.
      expect([right, 'write']).toContain(permissions[name]);
    }
  }
});

it('gives the check that a protected branch waits for', () => {
  expect(
    Object.keys(workflow.jobs).map(job => `${CALLER_JOB} / ${job}`),
  ).toContain(REQUIRED_CHECK);
});

it('lets no merge through by a verdict that was skipped', () => {
  expect(verdict.if).toBe('always()');
  expect(verdict.steps[0]).toMatchObject({
    if: "needs.build.result != 'success'",
    run: expect.stringContaining('exit 1'),
  });
});

it('runs the team’s code in the build alone, which has no credentials', () => {
  const uses = (job: typeof build) => job.steps.map(step => step.uses);
  expect(uses(build)).toContain('./.github/actions/build');
  expect(build.permissions).toEqual({ contents: 'read' });
  for (const job of [verdict, deploy]) {
    expect(uses(job).filter(use => use?.startsWith('.'))).toEqual([]);
  }
  expect(readText(PATH)).not.toMatch(/secrets\b/);
});

describe('what the build hands over', () => {
  const index = build.steps.findIndex(({ uses }) =>
    uses?.startsWith('actions/upload-artifact@'),
  );
  const { path = '', ...how } = build.steps[index].with ?? {};
  const patterns = String(path).trim().split('\n');

  /** As the action finds where an artefact begins: what all patterns have in common before their first glob. */
  const rootOf = (given: string[]) => {
    const [first, ...others] = given
      .filter(pattern => !pattern.startsWith('!'))
      .map(pattern => pattern.split('/').filter(part => !/[*?[]/.test(part)));
    const common = first.findIndex((part, at) =>
      others.some(parts => parts[at] !== part),
    );
    return first.slice(0, common).join('/');
  };

  it.each([
    'infra/*.yaml',
    'infra/a.yaml\ninfra/b.yaml',
    'cdk.out/**',
    'a.json',
  ])('keeps its paths where it is %s', artifacts => {
    const team = '${{ steps.build.outputs.artifacts }}';
    expect(patterns.filter(line => line === team)).toHaveLength(1);
    const given = patterns.flatMap(line =>
      line === team ? artifacts.split('\n') : line,
    );
    expect(rootOf(given)).toBe('');
    const [mark] = patterns;
    expect(build.steps[index - 1].run).toContain(`touch ${mark}`);
  });

  it('has hidden files, such as Terraform’s lock file, and none with credentials or history', () => {
    expect(how).toMatchObject({
      'include-hidden-files': true,
      'if-no-files-found': 'error',
    });
    const excluded = patterns.filter(pattern => pattern.startsWith('!'));
    // The last ones that match count, and the team's are not after them.
    expect(patterns.slice(-excluded.length)).toEqual(excluded);
    expect(excluded).toEqual(
      expect.arrayContaining([
        '!**/.git/**',
        '!**/.aws/**',
        '!**/.npmrc',
        '!**/*.tfstate',
        '!**/.terraform/**',
      ]),
    );
  });
});

it('has Terraform where a plan is deployed, as it comes and not by a wrapper', () => {
  const [terraform] = deploy.steps.filter(({ uses }) =>
    uses?.startsWith('hashicorp/setup-terraform@'),
  );
  expect(terraform).toMatchObject({
    if: 'contains(needs.verdict.outputs.manifest, \'"terraform-plan"\')',
    with: { terraform_version: '1.11.4', terraform_wrapper: false },
  });
});

it('deploys a push to the default branch after its verdict, and nothing else', () => {
  expect(deploy.needs).toEqual(['build', 'verdict']);
  expect(deploy.if).toBe(
    "github.event_name == 'push' && github.ref == format('refs/heads/{0}', github.event.repository.default_branch)",
  );
  expect(deploy.environment).toBe('production');
});

it('lets no repository choose the portal, and so the rules', () => {
  expect(workflow.env.PAVED_ROAD_PORTAL).toMatch(/^https:\/\/[^$]+$/);
});

it('has every action at a commit, and one version of the platform’s scripts', () => {
  const used = steps.flatMap(({ uses }) => uses ?? []);
  for (const action of used.filter(name => !name.startsWith('./'))) {
    expect(action).toMatch(/@[0-9a-f]{40}$/);
  }
  const versions = [...readText(PATH).matchAll(/^ +ref: (v[\d.]+)$/gm)];
  expect(new Set(versions.map(([, version]) => version)).size).toBe(1);
});

const scripts = [
  ...steps.flatMap(({ run, name = '' }) =>
    run === undefined ? [] : [[`the step ${name}`, run]],
  ),
  ...['codebuild/pipeline.yaml', 'guard-hook/hook.yaml'].flatMap(path =>
    Object.entries(resourcesOf(path)).flatMap(([id, { Properties }]) => {
      const { BuildSpec } = z
        .object({ BuildSpec: z.string().optional() })
        .parse(Properties.Source ?? {});
      const spec = BuildSpec?.includes('\n') ? parse(BuildSpec) : undefined;
      return spec
        ? [[`${id} of ${path}`, spec.phases.build.commands.join('\n')]]
        : [];
    }),
  ),
];

it.each(scripts)('%s is Bash, and no input is written into it', (_, script) => {
  execFileSync('bash', ['-n'], { input: script });
  expect(script).not.toContain('${{');
});

it('calls scripts that are there', () => {
  const there = readdirSync(join(pipelinesDirectory, 'scripts'));
  const called = scripts.flatMap(([, script]) =>
    [...script.matchAll(/scripts\/([\w-]+\.mjs)/g)].map(([, name]) => name),
  );
  expect(called.length).toBeGreaterThan(3);
  called.forEach(name => expect(there).toContain(name));
});

it('has the product and the pipeline in one file', () => {
  const product = join(
    pipelinesDirectory,
    '../examples/products/platform-pipeline/v2.0.yaml',
  );
  expect(execFileSync('cat', [product]).toString()).toBe(
    readText('codebuild/pipeline.yaml'),
  );
});
