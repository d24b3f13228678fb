import { execFile, spawn } from 'node:child_process';
import { devNull } from 'node:os';
import { Duplex, Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import limiterFactory from 'p-limit';
import { limits } from '../limits';

/** git has ended with an error; what it printed is for the log, not for callers. */
export class GitError extends Error {
  constructor(
    command: string,
    readonly exitCode: number | undefined,
    readonly stderr: string,
  ) {
    super(`git ${command} ended with ${exitCode ?? 'a signal'}: ${stderr}`);
    this.name = 'GitError';
  }
}

export interface GitRunOptions {
  /** Written to git's standard input. */
  input?: string | Buffer;
  cwd?: string;
  env?: Record<string, string>;
}

const slot = limiterFactory(limits.gitProcesses);

/**
 * The environment of every git process. Neither the configuration of the person
 * at the machine nor the variables of a git command that may be running around
 * this process have a say, and no path is ever a pattern.
 */
function environment(extra: Record<string, string> = {}) {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !name.startsWith('GIT_'),
  );
  return {
    ...Object.fromEntries(inherited),
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: devNull,
    GIT_LITERAL_PATHSPECS: '1',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_TERMINAL_PROMPT: '0',
    LC_ALL: 'C',
    ...extra,
  };
}

/** Runs git to its end and answers what it printed. Never uses a shell. */
export function runGit(
  args: string[],
  options: GitRunOptions = {},
): Promise<Buffer> {
  return slot(
    () =>
      new Promise<Buffer>((resolve, reject) => {
        const child = execFile(
          'git',
          args,
          {
            cwd: options.cwd,
            env: environment(options.env),
            encoding: 'buffer',
            maxBuffer: limits.outputBytes,
            timeout: limits.gitTimeoutMs,
          },
          (error, stdout, stderr) => {
            if (!error) {
              resolve(stdout);
              return;
            }
            const code =
              typeof error.code === 'number' ? error.code : undefined;
            const reason = stderr.toString('utf8').trim() || error.message;
            reject(new GitError(args.join(' '), code, reason));
          },
        );
        // git may end without having read everything; its exit code tells.
        child.stdin?.on('error', () => {});
        child.stdin?.end(options.input ?? '');
      }),
  );
}

/**
 * Runs git between two streams. The output is ended only after git has ended
 * well; otherwise it is left open and the promise rejects, so that a caller
 * never mistakes half an answer for a whole one.
 */
export function streamGit(
  args: string[],
  options: {
    /** A source and what it goes through on its way to git. */
    input?: [Readable, ...Duplex[]];
    /** What git's output goes through. */
    through?: Duplex[];
    output: Writable;
    env?: Record<string, string>;
  },
): Promise<void> {
  return slot(async () => {
    const child = spawn('git', args, {
      env: environment(options.env),
      timeout: limits.gitTimeoutMs,
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    let complaint = '';
    child.stderr.on('data', chunk => {
      complaint = (complaint + chunk).slice(-4_000);
    });
    const ended = new Promise<number | undefined>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', code => resolve(code ?? undefined));
    });
    const fed = options.input
      ? pipeline([...options.input, child.stdin]).catch(error => {
          if (error.code !== 'EPIPE') {
            throw error;
          }
        })
      : Promise.resolve(child.stdin.end());
    const sent = pipeline(
      [child.stdout, ...(options.through ?? []), options.output],
      { end: false },
    );
    try {
      await Promise.all([fed, sent, ended]);
    } catch (error) {
      child.kill();
      throw error;
    }
    const code = await ended;
    if (code !== 0) {
      throw new GitError(args.join(' '), code, complaint.trim());
    }
    options.output.end();
  });
}
