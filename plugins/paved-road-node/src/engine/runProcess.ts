import { spawn } from 'node:child_process';

/** How a process ended. */
export interface ProcessResult {
  /** Absent where the process was killed. */
  exitCode?: number;
  stdout: string;
  stderr: string;
  /** Why it did not come to its own end. */
  stopped?: 'time limit' | 'output limit' | 'killed' | 'cancelled';
}

export interface ProcessOptions {
  binary: string;
  args: string[];
  input: string;
  timeoutMs: number;
  maxOutputBytes: number;
  signal?: AbortSignal;
}

const MAX_ERROR_BYTES = 1024 * 1024;

/**
 * Runs a process to its end or to a limit; never leaves it behind.
 *
 * @throws the operating system's error where the process can't be started.
 */
export function runProcess(options: ProcessOptions): Promise<ProcessResult> {
  const { binary, args, input, timeoutMs, maxOutputBytes, signal } = options;
  return new Promise((resolve, reject) => {
    const child = spawn(binary, args, { stdio: 'pipe', shell: false });
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    let size = 0;
    let errorSize = 0;
    let stopped: ProcessResult['stopped'];
    const stop = (reason: ProcessResult['stopped']) => {
      stopped ??= reason;
      child.kill('SIGKILL');
      // What the process may have started holds the pipes open otherwise.
      child.stdout.destroy();
      child.stderr.destroy();
    };
    const timer = setTimeout(() => stop('time limit'), timeoutMs);
    const cancel = () => stop('cancelled');
    signal?.addEventListener('abort', cancel, { once: true });
    const settle = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', cancel);
    };
    child.stdout.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > maxOutputBytes) {
        stop('output limit');
      } else {
        stdout.push(chunk);
      }
    });
    child.stderr.on('data', (chunk: Buffer) => {
      errorSize += chunk.length;
      if (errorSize <= MAX_ERROR_BYTES) {
        stderr.push(chunk);
      }
    });
    // A process that ends before it has read everything breaks the pipe; its
    // exit code then tells the story.
    child.stdin.on('error', () => {});
    child.on('error', error => {
      settle();
      reject(error);
    });
    child.on('close', (code, killedBy) => {
      settle();
      resolve({
        exitCode: code ?? undefined,
        stdout: Buffer.concat(stdout).toString('utf8'),
        stderr: Buffer.concat(stderr).toString('utf8'),
        stopped: stopped ?? (killedBy ? 'killed' : undefined),
      });
    });
    if (signal?.aborted) {
      cancel();
    }
    child.stdin.end(input);
  });
}
