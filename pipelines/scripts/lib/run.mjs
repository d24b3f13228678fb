import { spawn } from 'node:child_process';
import { Refusal } from './Refusal.mjs';

const MOST_OUTPUT = 64 * 1024 * 1024;

/**
 * Runs a program with arguments as they are: no shell reads them.
 *
 * @param interrupt - whether the program is told when the pipeline is to stop, and
 *   waited for, so that it leaves nothing half done
 * @returns {Promise<{ code: number, stdout: string, stderr: string }>}
 */
export function run(
  program,
  args,
  { show = false, interrupt = false, input, ...options } = {},
) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      ...options,
      stdio: [
        input === undefined ? 'ignore' : 'pipe',
        show ? 'inherit' : 'pipe',
        show ? 'inherit' : 'pipe',
      ],
    });
    // Whoever doesn't read to the end says so by the exit code.
    child.stdin?.on('error', () => {}).end(input);
    const stop = () => child.kill('SIGINT');
    const signals = interrupt ? ['SIGINT', 'SIGTERM'] : [];
    signals.forEach(signal => process.on(signal, stop));
    const output = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr']) {
      child[name]?.setEncoding('utf8').on('data', text => {
        output[name] += text;
        if (output[name].length > MOST_OUTPUT) {
          child.kill();
          reject(new Refusal(`${program} says more than is read`));
        }
      });
    }
    child.on('error', error =>
      reject(new Refusal(`${program} can't be run: ${error.code}`)),
    );
    child.on('close', (code, signal) => {
      signals.forEach(name => process.off(name, stop));
      resolve({ code: code ?? 2, signal, ...output });
    });
  });
}
