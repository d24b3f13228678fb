import { ChildProcessByStdio, spawn } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { run } from '../run';

const bin = join(__dirname, '../../bin/paved-road');

/** How a run of the command line ended. */
export interface Run {
  exitCode: number | null;
  stdout: string;
  stderr: string;
}

/** A directory to run the command line in. */
export interface Workspace {
  path: string;
  /** Where the command line runs in this process; the workspace itself at first. */
  cwd: string;
  /** Of the command line's runs; of a process beside its own. */
  env: Record<string, string>;
  write(files: Record<string, string | Buffer>): void;
  /** Runs the command line in this process. */
  run(...args: string[]): Promise<Run>;
  /** Starts the real command line in a process of its own. */
  start(...args: string[]): Started;
  remove(): void;
}

export interface Started {
  child: ChildProcessByStdio<null, Readable, Readable>;
  ended: Promise<Run>;
}

/** A new directory outside of any repository. */
export function createWorkspace(): Workspace {
  const path = realpathSync(mkdtempSync(join(tmpdir(), 'paved-road-cli-')));
  const env: Record<string, string> = {};
  const workspace: Workspace = {
    path,
    cwd: path,
    env,
    write(files) {
      for (const [name, content] of Object.entries(files)) {
        mkdirSync(dirname(join(path, name)), { recursive: true });
        writeFileSync(join(path, name), content);
      }
    },
    async run(...args) {
      const stdout = new PassThrough();
      const stderr = new PassThrough();
      const written = [text(stdout), text(stderr)];
      const exitCode = await run(args, {
        cwd: workspace.cwd,
        stdout: stdout as unknown as NodeJS.WriteStream,
        stderr: stderr as unknown as NodeJS.WriteStream,
        env,
        signal: new AbortController().signal,
      });
      stdout.end();
      stderr.end();
      const [out, err] = await Promise.all(written);
      return { exitCode, stdout: out, stderr: err };
    },
    start(...args) {
      const child = spawn(process.execPath, [bin, ...args], {
        cwd: path,
        env: { ...process.env, ...env },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      const written = Promise.all([text(child.stdout), text(child.stderr)]);
      // A test that stops reading learns of it through `ended`, if it asks.
      written.catch(() => {});
      const ended = new Promise<Run>((resolve, reject) => {
        child.on('error', reject);
        child.on('close', exitCode =>
          written.then(
            ([stdout, stderr]) => resolve({ exitCode, stdout, stderr }),
            reject,
          ),
        );
      });
      return { child, ended };
    },
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
  return workspace;
}

/** A pack of two rules: one blocks, one only advises. */
export const pack = {
  'rules/pack.yaml': 'id: acme\n',
  'rules/bucket_is_private.guard': `let buckets = Resources.*[ Type == 'AWS::S3::Bucket' ]
rule BUCKET_IS_PRIVATE when %buckets !empty {
  %buckets.Properties.AccessControl == 'Private' <<Anyone can read the bucket.>>
}
`,
  'rules/bucket_is_private.md': `---
title: Buckets are private
severity: high
remediation: Set AccessControl to Private.
---

A public bucket is read within hours. It has happened.
`,
  'rules/tests/bucket_is_private_tests.yml': `- name: a private bucket
  input: {Resources: {A: {Type: 'AWS::S3::Bucket', Properties: {AccessControl: Private}}}}
  expectations: {rules: {BUCKET_IS_PRIVATE: PASS}}
`,
  'rules/bucket_has_tags.guard': `let buckets = Resources.*[ Type == 'AWS::S3::Bucket' ]
rule BUCKET_HAS_TAGS when %buckets !empty { %buckets.Properties.Tags exists }
`,
  'rules/bucket_has_tags.md':
    '---\ntitle: Buckets have tags\nenforcement: {production: advise}\n---\n',
};

export const publicBucket = `Resources:
  Logs:
    Type: AWS::S3::Bucket
    Properties:
      AccessControl: PublicRead
      Tags: []
`;

export const privateBucket = publicBucket.replace('PublicRead', 'Private');

export const untaggedBucket = privateBucket.replace('      Tags: []\n', '');
