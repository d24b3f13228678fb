import { execFile } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { mockCredentials, TestBackend } from '@backstage/backend-test-utils';
import { z } from 'zod';
import { pipelinesDirectory, rootDirectory } from './root';
import { startPortal } from './startPortal';

const callSchema = z.object({
  call: z.string(),
  input: z.record(z.string(), z.unknown()),
});

export const commit = 'c0ffee'.repeat(7).slice(0, 40);

/** What the stand-in for AWS has. */
export interface AwsState {
  stacks: Record<string, object>;
  /** What the stacks hold, by their names. */
  templates: Record<string, string>;
  changes: Record<string, object>;
  objects: Record<string, string>;
  metadata: Record<string, object>;
  builds: object[];
  /** What goes wrong. */
  script: object;
}

const empty: AwsState = {
  stacks: {},
  templates: {},
  changes: {},
  objects: {},
  metadata: {},
  builds: [],
  script: {},
};

/** A status that was set on GitHub, or a request for a branch. */
export interface GitHubCall {
  method: string;
  path: string;
  token: string;
  body: Record<string, unknown>;
}

/**
 * The real portal and command line, and doubles of AWS and GitHub, for the
 * platform's scripts; to be called where tests are declared.
 */
export function useChannel() {
  let portal: TestBackend;
  let github: Server;
  let home: string;
  let asked: GitHubCall[] = [];
  let head = commit;

  beforeAll(async () => {
    portal = await startPortal();
    github = createServer((req, res) => {
      const chunks: Buffer[] = [];
      req.on('data', chunk => chunks.push(chunk));
      req.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8');
        asked.push({
          method: req.method ?? '',
          path: req.url ?? '',
          token: req.headers.authorization ?? '',
          body: text ? JSON.parse(text) : {},
        });
        res.writeHead(200, { 'content-type': 'application/json' });
        res.end(JSON.stringify({ object: { sha: head } }));
      });
    });
    await new Promise<void>(resolve => {
      github.listen(0, '127.0.0.1', resolve);
    });
  }, 60_000);

  afterAll(async () => {
    github.closeAllConnections();
    github.close();
    await portal.stop();
  });

  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'channel-'));
    asked = [];
    head = commit;
    write({ 'aws/state.json': JSON.stringify(empty), 'output.txt': '' });
    write({
      'bin/aws': `#!/bin/sh\nexec '${process.execPath}' '${join(
        __dirname,
        'fakeAws.mjs',
      )}' "$@"\n`,
    });
    chmodSync(join(home, 'bin/aws'), 0o755);
  });
  afterEach(() => rmSync(home, { recursive: true }));

  function write(files: Record<string, string | Buffer>) {
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(home, path)), { recursive: true });
      writeFileSync(join(home, path), content);
    }
  }

  const read = (path: string) => readFileSync(join(home, path), 'utf8');
  const awsState = (): AwsState => JSON.parse(read('aws/state.json'));

  function setAws(change: Partial<AwsState>) {
    write({ 'aws/state.json': JSON.stringify({ ...awsState(), ...change }) });
  }

  /** Runs one of the platform's scripts to its end. */
  function start(
    script: string,
    args: string[] = [],
    change: Record<string, string | undefined> = {},
  ): Promise<{ exitCode: number; output: string }> {
    const address = `http://127.0.0.1:${portal.server.port()}/api/paved-road`;
    const env = {
      PATH: `${join(home, 'bin')}:${process.env.PATH}`,
      HOME: home,
      FAKE_AWS: join(home, 'aws'),
      GITHUB_OUTPUT: join(home, 'output.txt'),
      AWS_REGION: 'eu-central-1',
      PAVED_ROAD_CLI: join(rootDirectory, 'packages/cli/bin/paved-road'),
      PAVED_ROAD_POLL_SECONDS: '0.01',
      PAVED_ROAD_PORTAL: address,
      PAVED_ROAD_TOKEN: mockCredentials.service.token({
        onBehalfOf: mockCredentials.service('external:platform'),
        targetPluginId: 'paved-road',
      }),
      PAVED_ROAD_SERVICE: 'component:default/ledger',
      PAVED_ROAD_DOCUMENTS: 'infra/*.yaml',
      PAVED_ROAD_ENVIRONMENT: 'production',
      PAVED_ROAD_RUN: 'run-1',
      PAVED_ROAD_RUN_URL: 'https://ci.example/runs/1',
      PAVED_ROAD_COMMIT: commit,
      PAVED_ROAD_BUCKET: 'releases',
      PAVED_ROAD_CFN_ROLE:
        'arn:aws:iam::444455556666:role/paved-road/cfn-execution',
      PAVED_ROAD_GITHUB_API: `http://127.0.0.1:${
        (github.address() as AddressInfo).port
      }`,
      ...change,
    };
    return new Promise(resolve => {
      execFile(
        process.execPath,
        [join(pipelinesDirectory, 'scripts', script), ...args],
        { cwd: home, env },
        (error, stdout, stderr) =>
          resolve({
            exitCode: Number(error?.code ?? 0),
            output: stdout + stderr,
          }),
      );
    });
  }

  /** What the portal has of the service's pipeline, oldest first. */
  async function posted() {
    const response = await fetch(
      `http://127.0.0.1:${portal.server.port()}/api/paved-road/services/component/default/ledger/pipeline-results`,
      { headers: { authorization: mockCredentials.user.header() } },
    );
    const { items } = await response.json();
    return z
      .array(
        z.object({
          runId: z.string(),
          stage: z.string(),
          verdict: z.string(),
          subjectDigest: z.string(),
        }),
      )
      .parse(items)
      .reverse();
  }

  return {
    write,
    read,
    start,
    posted,
    aws: awsState,
    setAws,
    calls: () =>
      (existsSync(join(home, 'aws/calls.jsonl')) ? read('aws/calls.jsonl') : '')
        .split('\n')
        .filter(line => line !== '')
        .map(line => callSchema.parse(JSON.parse(line))),
    github: () => asked,
    moveBranch: (sha: string) => {
      head = sha;
    },
    place: (path: string) => join(home, path),
  };
}
