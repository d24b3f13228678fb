import { existsSync } from 'node:fs';
import { answersFor } from './__testUtils__/answers';
import { checkInProduction } from './__testUtils__/checks';
import { goldenPaths, TextFile } from './__testUtils__/goldenPaths';
import { combinationsOf, usualChoices } from './__testUtils__/questions';
import { planOf } from './__testUtils__/terraform/planOf';
import { readConfiguration } from './__testUtils__/terraform/readConfiguration';
import { readPlan } from './__testUtils__/terraform/readPlan';
import {
  runBuildWithoutTerraform,
  runTerraformBuild,
} from './__testUtils__/terraform/runTerraformBuild';
import { useScaffolder } from './__testUtils__/useScaffolder';

jest.setTimeout(120_000);

/** A mirror of providers, where there is one; Terraform is then run for real. */
const mirror = process.env.TERRAFORM_PROVIDER_MIRROR ?? '';
const withTerraform = existsSync(mirror) ? describe : describe.skip;

describe('the configuration of terraform-stack', () => {
  const { scaffold } = useScaffolder();
  const path = goldenPaths.find(({ name }) => name === 'terraform-stack')!;

  async function stack(choices: Record<string, unknown>) {
    const { files } = await scaffold(
      path,
      answersFor(path, { ...usualChoices(path), ...choices }),
    );
    return files;
  }
  const planned = async (files: TextFile[]) => readPlan(await planOf(files));

  it('takes the provider from one place, by version and checksum', async () => {
    const files = await stack({});
    const textOf = (name: string) =>
      files.find(file => file.path === name)?.content ?? '';
    const [, version] = /version = "([\d.]+)"/.exec(textOf('versions.tf'))!;
    expect(textOf('.terraform.lock.hcl')).toMatch(
      new RegExp(`version +?= "${version}"[^]*"h1:[^]*"zh:`),
    );
    expect(textOf('versions.tf').match(/source +=/g)).toHaveLength(1);
  });

  it('runs nobody’s code where it is applied', async () => {
    for (const choices of combinationsOf(path)) {
      const configuration = await readConfiguration(await stack(choices));
      for (const {
        data,
        module,
        provider,
        resource,
      } of configuration.values()) {
        expect(Object.keys({ ...data, ...resource })).toEqual(
          Object.keys({ ...data, ...resource }).filter(type =>
            type.startsWith('aws_'),
          ),
        );
        expect(Object.keys(provider)).toEqual(
          Object.keys(provider).filter(name => name === 'aws'),
        );
        expect(JSON.stringify(resource)).not.toMatch(
          /"(provisioner|connection)"/,
        );
        Object.values(module).forEach(({ source }) =>
          expect(source).toMatch(/^\.\/modules\/\w+$/),
        );
      }
    }
  });

  it('has the bucket where files come in, and not where events do', async () => {
    const files = await stack({ intake: 'files' });
    const events = await stack({ intake: 'events' });
    const types = async (of: TextFile[]) =>
      (await planned(of)).map(({ type }) => type);
    expect(await types(files)).toContain('aws_s3_bucket_notification');
    expect((await types(events)).filter(type => /s3/.test(type))).toEqual([]);
    expect(events.filter(file => /bucket/.test(file.path))).toEqual([]);
  });

  it.each([
    [
      'files',
      's3.amazonaws.com',
      'arn:aws:s3:::standing-orders-inbox-444455556666',
    ],
    [
      'events',
      'events.amazonaws.com',
      'arn:aws:events:eu-central-1:444455556666:rule/*',
    ],
  ])(
    'lets %s in from one service of the same account',
    async (intake, service, source) => {
      const changes = await planned(await stack({ intake }));
      const queue = changes.find(
        ({ address }) => address === 'module.queue.aws_sqs_queue_policy.work',
      );
      const { Statement } = JSON.parse(String(queue?.after.policy));
      expect(
        Statement.filter(
          ({ Effect }: { Effect: string }) => Effect === 'Allow',
        ),
      ).toEqual([
        {
          Sid: 'SenderSends',
          Effect: 'Allow',
          Action: 'sqs:SendMessage',
          Resource:
            'arn:aws:sqs:eu-central-1:444455556666:standing-orders-work',
          Principal: { Service: service },
          Condition: {
            StringEquals: { 'aws:SourceAccount': '444455556666' },
            ArnLike: { 'aws:SourceArn': source },
          },
        },
      ]);
    },
  );

  it.each([
    ['internal', 90, 365],
    ['confidential', 30, 30],
  ])('keeps files that are %s for %i days', async (dataClass, days, old) => {
    const changes = await planned(await stack({ intake: 'files', dataClass }));
    const rules = changes.find(
      ({ type }) => type === 'aws_s3_bucket_lifecycle_configuration',
    );
    expect(rules?.after.rule).toEqual([
      expect.objectContaining({
        expiration: [{ days }],
        noncurrent_version_expiration: [{ noncurrent_days: old }],
      }),
    ]);
  });

  it('is stopped by the rules once its bucket lets everybody in', async () => {
    const files = await stack({ intake: 'files' });
    const opened = files.map(file =>
      file.path === 'modules/bucket/main.tf'
        ? { ...file, content: file.content.replace('"Deny"', '"Allow"') }
        : file,
    );
    const plan = { path: 'plan.json', content: await planOf(opened) };
    expect(await checkInProduction([plan])).toMatchObject({
      verdict: 'fail',
      wrong: ['plan.json: meridian/tf_s3_bucket_policy_not_public fail'],
    });
  });

  it('names nothing that isn’t declared', async () => {
    const files = await stack({});
    const torn = files.filter(file => file.path !== 'variables.tf');
    await expect(planOf(torn)).rejects.toThrow(/named and not declared/);
  });

  it('says plainly that its build needs Terraform, where there is none', async () => {
    const said = await runBuildWithoutTerraform(await stack({}));
    expect(said.trim().split('\n')).toEqual([
      'This build needs Terraform, 1.11 or newer, and there is none here.',
      expect.stringMatching(/^Install it as https:\S+ says/),
    ]);
  });

  withTerraform('built by Terraform itself', () => {
    it.each(
      combinationsOf(path).filter(
        ({ pipeline }) => pipeline === 'github-actions',
      ),
    )(
      'is formatted, valid, passes its tests, and is planned as here: $intake, $dataClass',
      async choices => {
        const files = await stack(choices);
        const content = await runTerraformBuild(files, mirror);
        const real = new Map(
          readPlan(content).map(change => [change.address, change.after]),
        );
        const here = await planned(files);
        expect([...real.keys()].sort()).toEqual(
          here.map(({ address }) => address).sort(),
        );
        for (const { address, after } of here) {
          expect([address, real.get(address)]).toMatchObject([address, after]);
        }
        expect(
          await checkInProduction([{ path: 'plan.json', content }]),
        ).toMatchObject({
          verdict: 'pass',
          wrong: [],
          satisfied: (
            await checkInProduction([
              { path: 'plan.json', content: await planOf(files) },
            ])
          ).satisfied,
        });
      },
      300_000,
    );
  });
});
