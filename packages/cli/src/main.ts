import { run } from './run';
import { watchInterruption } from './terminal/interruption';

/**
 * Runs the command line in this process and sets its exit code.
 *
 * @public
 */
export async function main(args: string[]): Promise<void> {
  const { stdout, stderr, env } = process;
  const { signal, exitCode } = watchInterruption();
  try {
    process.exitCode = await run(args, {
      cwd: process.cwd(),
      stdout,
      stderr,
      env,
      signal,
    });
  } catch (error) {
    if (!signal.aborted) {
      throw error;
    }
    stderr.write('paved-road: interrupted, nothing is known\n');
    process.exitCode = exitCode();
  }
}
