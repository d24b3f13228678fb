import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import {
  CloudFormationClient,
  GetTemplateCommand,
} from '@aws-sdk/client-cloudformation';
import {
  CALLER_WORKFLOW_PATH,
  renderCallerWorkflow,
  REQUIRED_CHECK,
} from '@paved-road/backstage-plugin-paved-road-common';
import { Aws, startAws } from '../../aws';
import { Files, TestForge, writeFiles } from '../../forge/__testUtils__/forge';
import { createRunner } from '../createRunner';
import { isOver, Run } from '../model';
import { PipelineOptions } from '../options';
import { RunStore } from '../RunStore';
import { eventually, TestPortal } from './TestPortal';

export const WORKFLOW = 'meridian/pipelines/.github/workflows/paved-road.yml';

export const PRIVATE = `Resources:
  Logs:
    Type: AWS::S3::Bucket
    Properties: {AccessControl: Private}
`;

export const PUBLIC = PRIVATE.replace('Private', 'PublicRead');

/** A team's build: a composite action that does this. */
export const action = (script: string, artefacts = 'infra/*.yaml') =>
  JSON.stringify({
    name: 'build',
    runs: {
      using: 'composite',
      steps: [
        { uses: 'actions/setup-node@v4' },
        { name: 'Build', run: script, shell: 'bash' },
      ],
    },
    outputs: { artifacts: { description: 'all', value: artefacts } },
  });

export const caller = (service: string, change: object = {}) =>
  renderCallerWorkflow({
    workflow: WORKFLOW,
    ref: 'v1',
    service: `component:default/${service}`,
    documents: 'infra/*.yaml',
    branch: 'main',
    ...change,
  });

/** A repository that is wired, builds with this script, and holds a private bucket. */
export const wired = (service: string, script = 'true'): Files => ({
  [CALLER_WORKFLOW_PATH]: caller(service),
  '.github/actions/build/action.yml': action(script),
  'infra/template.yaml': PRIVATE,
});

/** What is another one than usual; `product` is the one that pipelines are provisioned from. */
type TestOptions = Partial<PipelineOptions> & { product?: string };

/** A forge with the pipeline, the sandbox AWS, and a portal, for repositories of these files. */
export class TestPipeline {
  private constructor(
    readonly portal: TestPortal,
    readonly aws: Aws,
    public forge: TestForge,
    private readonly directory: string,
    private readonly options: TestOptions,
  ) {}

  static async start(
    portal: TestPortal,
    repositories: Record<string, Files>,
    options: TestOptions = {},
  ): Promise<TestPipeline> {
    const directory = await mkdtemp(join(tmpdir(), 'sandbox-pipeline-'));
    const aws = await startAws({
      port: 0,
      dataDirectory: join(directory, 'aws'),
      products: resolve(__dirname, '../../../../../examples/products'),
      timing: { startsAfterMs: 0, planAfterMs: 10, endsAfterMs: 20 },
    });
    const settings = TestPipeline.settings(portal, aws, directory, options);
    const forge = await TestForge.start(repositories, {
      runner: createRunner(settings),
    });
    return new TestPipeline(portal, aws, forge, directory, options);
  }

  private static settings(
    portal: TestPortal,
    aws: Aws,
    directory: string,
    options: TestOptions,
  ): PipelineOptions {
    const { product, ...other } = options;
    return {
      dataDirectory: join(directory, 'runs'),
      portal: {
        url: portal.url,
        pages: 'http://portal.example',
        token: portal.token,
        cli: resolve(__dirname, '../../../../cli/bin/paved-road'),
        environment: 'production',
        retryMs: [20],
      },
      workflow: WORKFLOW,
      production: {
        endpoint: aws.url,
        account: '444455556666',
        region: 'eu-central-1',
        accessKeyId: 'SANDBOXDEPLOYPRODUCTION',
        pauseMs: 20,
      },
      provisioned: product ? { aws: aws.url, product, lookMs: 100 } : undefined,
      ...other,
    };
  }

  /** The same data, after a stop. */
  async restart(options: TestOptions = this.options) {
    const { portal, aws, directory } = this;
    const settings = TestPipeline.settings(portal, aws, directory, options);
    this.forge = await this.forge.restart({
      runner: createRunner(settings),
    });
  }

  /** What a build waits at until it is opened. */
  gate(): { script: string; open(): Promise<void> } {
    const path = join(this.directory, `gate-${randomUUID()}`);
    return {
      script: `until [ -e '${path}' ]; do sleep 0.05; done`,
      open: () => writeFile(path, ''),
    };
  }

  /** The run of a commit, once it is being worked on. */
  begun(name: string, sha: string): Promise<Run> {
    return eventually(() =>
      this.runs(name)
        .read()
        .find(run => run.sha === sha && run.state === 'running'),
    );
  }

  async end() {
    await this.forge.end();
    await this.aws.stop();
    await rm(this.directory, { recursive: true, force: true });
  }

  runs(name: string): RunStore {
    const id = { owner: 'meridian', name };
    return new RunStore(join(this.directory, 'runs'), id);
  }

  /** The run of a commit, once it is over. */
  over(name: string, sha: string): Promise<Run> {
    return eventually(() =>
      this.runs(name)
        .read()
        .find(run => run.sha === sha && isOver(run)),
    );
  }

  /** The run of the newest commit on main, once it is over. */
  async main(name: string): Promise<Run> {
    const { data } = await this.forge.octokit().rest.repos.getCommit({
      ...{ owner: 'meridian', repo: name, ref: 'main' },
    });
    return this.over(name, data.sha);
  }

  async protect(name: string) {
    await this.forge.octokit().rest.repos.updateBranchProtection({
      ...{ owner: 'meridian', repo: name, branch: 'main' },
      required_status_checks: { strict: false, contexts: [REQUIRED_CHECK] },
      enforce_admins: true,
      required_pull_request_reviews: null,
      restrictions: null,
    });
  }

  /** Pushes a branch with changes and proposes it; answers its commit and how to merge it. */
  async propose(name: string, branch: string, files: Files, given?: string) {
    const clone = given ?? (await this.forge.clone(name));
    const sha = await this.forge.pushBranch(clone, branch, files);
    const at = { owner: 'meridian', repo: name };
    const octokit = this.forge.octokit().rest;
    const { data } = await octokit.pulls.create({
      ...{ ...at, title: branch, head: branch, base: 'main' },
    });
    const merge = () =>
      octokit.pulls.merge({ ...at, pull_number: data.number });
    return { clone, sha, merge };
  }

  /** Commits changes on a branch of a clone, and pushes it; answers the commit. */
  async push(clone: string, branch: string, files: Files): Promise<string> {
    const { forge } = this;
    await writeFiles(clone, files);
    await forge.git(clone, 'add', '--all');
    await forge.git(clone, 'commit', '--quiet', '-m', `More of ${branch}`);
    await forge.git(clone, 'push', '--quiet', 'origin', `HEAD:${branch}`);
    return forge.git(clone, 'rev-parse', 'HEAD');
  }

  /** What comes of the button that runs it again. */
  async again(name: string, id: string): Promise<Run> {
    const { headers } = await this.forge.ask(
      `/meridian/${name}/runs/${id}/again`,
      { method: 'POST', headers: { origin: this.forge.url } },
    );
    return this.ended(name, String(headers.location).split('/').pop()!);
  }

  /** A run by its id, once it is over. */
  ended(name: string, id: string): Promise<Run> {
    return eventually(() => {
      const run = this.runs(name).find(id);
      return run && isOver(run) ? run : undefined;
    });
  }

  /** The template that production has in a stack. */
  async template(StackName: string): Promise<string | undefined> {
    const client = new CloudFormationClient({
      endpoint: this.aws.url,
      region: 'eu-central-1',
      credentials: {
        accessKeyId: 'SANDBOXDEPLOYPRODUCTION',
        secretAccessKey: 'sandbox',
      },
    });
    const { TemplateBody } = await client.send(
      new GetTemplateCommand({ StackName }),
    );
    return TemplateBody;
  }

  /** What the checks of a commit say, by their names, the newest word of each. */
  async statuses(name: string, ref: string) {
    const { data } = await this.forge
      .octokit()
      .rest.repos.getCombinedStatusForRef({
        ...{ owner: 'meridian', repo: name, ref },
      });
    return Object.fromEntries(
      data.statuses.map(({ context, state, description }) => [
        context,
        { state, description },
      ]),
    );
  }

  /** The processes of this machine whose command is such a one. */
  running(pattern: string): string[] {
    return execFileSync('ps', ['-eo', 'stat=,args='])
      .toString()
      .split('\n')
      .filter(line => new RegExp(`^[^Z]\\S*\\s+${pattern}$`).test(line));
  }

  async page(path: string): Promise<string> {
    return String((await this.forge.ask(path)).body);
  }
}
