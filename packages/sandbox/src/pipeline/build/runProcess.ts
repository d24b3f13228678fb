import { spawn } from 'node:child_process';

export interface ProcessOptions {
  command: string;
  args: string[];
  cwd: string;
  /** All of it: nothing is inherited. */
  env: Record<string, string>;
  timeoutMs: number;
  signal: AbortSignal;
  onOutput(chunk: Buffer): void;
}

export type ProcessEnd =
  | { kind: 'exit'; code: number }
  | { kind: 'timeout' }
  | { kind: 'killed' };

function killGroup(pid: number | undefined) {
  try {
    if (pid) {
      process.kill(-pid, 'SIGKILL');
    }
  } catch {
    // None of it is left.
  }
}

/**
 * Runs a command in a process group of its own, which is ended as a whole: when
 * the command has ended, when its time is over, and when the signal says so.
 *
 * @throws the signal's reason where it is aborted.
 */
export async function runProcess(options: ProcessOptions): Promise<ProcessEnd> {
  const { command, args, cwd, env, timeoutMs, signal } = options;
  signal.throwIfAborted();
  const child = spawn(command, args, {
    cwd,
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const kill = () => killGroup(child.pid);
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    kill();
  }, timeoutMs);
  signal.addEventListener('abort', kill, { once: true });
  child.stdout.on('data', options.onOutput);
  child.stderr.on('data', options.onOutput);
  try {
    const end = await new Promise<ProcessEnd>((resolve, reject) => {
      child.once('error', reject);
      child.once('exit', code => {
        // What it has left behind would keep the pipes open.
        kill();
        resolve(code === null ? { kind: 'killed' } : { kind: 'exit', code });
      });
    });
    await new Promise<void>(resolve => {
      const done = () => resolve();
      if (child.stdout.closed && child.stderr.closed) {
        done();
      } else {
        child.once('close', done);
        // Not even what has slipped out of the group is waited for.
        setTimeout(done, 1_000).unref();
      }
    });
    signal.throwIfAborted();
    return late ? { kind: 'timeout' } : end;
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', kill);
    child.stdout.destroy();
    child.stderr.destroy();
  }
}
