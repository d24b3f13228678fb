import { spawn } from 'node:child_process';
import { ScratchFile } from './ScratchFile';

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

/** So often the output is measured. */
const LOOK_MS = 200;

/**
 * Runs a process to its end or to a limit; never leaves it behind.
 *
 * @throws the operating system's error where the process can't be started, or
 * has nowhere to print to.
 */
export async function runProcess(
  options: ProcessOptions,
): Promise<ProcessResult> {
  const files: ScratchFile[] = [];
  const open = () => {
    const file = new ScratchFile();
    files.push(file);
    return file;
  };
  try {
    const [input, output, errors] = [open(), open(), open()];
    input.write(options.input);
    const { exitCode, stopped } = await run(options, input, output, errors);
    return {
      exitCode,
      stdout: stopped ? '' : output.read(options.maxOutputBytes),
      stderr: errors.read(MAX_ERROR_BYTES),
      stopped,
    };
  } finally {
    files.forEach(file => file.close());
  }
}

function run(
  options: ProcessOptions,
  input: ScratchFile,
  output: ScratchFile,
  errors: ScratchFile,
): Promise<Pick<ProcessResult, 'exitCode' | 'stopped'>> {
  const { binary, args, timeoutMs, maxOutputBytes, signal } = options;
  return new Promise((resolve, reject) => {
    const child = spawn(binary, args, {
      stdio: [input.fd, output.fd, errors.fd],
      shell: false,
    });
    let stopped: ProcessResult['stopped'];
    const stop = (reason: ProcessResult['stopped']) => {
      stopped ??= reason;
      child.kill('SIGKILL');
    };
    const look = () => {
      if (output.size > maxOutputBytes || errors.size > maxOutputBytes) {
        stop('output limit');
      }
    };
    const cancel = () => stop('cancelled');
    const timer = setTimeout(() => stop('time limit'), timeoutMs);
    const watch = setInterval(look, LOOK_MS);
    signal?.addEventListener('abort', cancel, { once: true });
    const settle = () => {
      clearTimeout(timer);
      clearInterval(watch);
      signal?.removeEventListener('abort', cancel);
    };
    child.on('error', error => {
      settle();
      reject(error);
    });
    child.on('close', (code, killedBy) => {
      settle();
      look();
      resolve({
        exitCode: code ?? undefined,
        stopped: stopped ?? (killedBy ? 'killed' : undefined),
      });
    });
    if (signal?.aborted) {
      cancel();
    }
  });
}
