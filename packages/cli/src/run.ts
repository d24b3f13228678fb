import { CommanderError } from 'commander';
import { ExitCode, exitCodes } from './exitCodes';
import { createProgram } from './program';
import { Terminal, TerminalOptions } from './terminal/Terminal';

/** What the command line runs in. */
export interface RunOptions extends TerminalOptions {
  /** Absolute. */
  cwd: string;
  signal: AbortSignal;
}

/**
 * Runs the command line.
 *
 * @throws the signal's reason where it was interrupted.
 */
export async function run(
  args: string[],
  options: RunOptions,
): Promise<ExitCode> {
  const { cwd, env, signal } = options;
  const terminal = new Terminal(options);
  let exitCode: ExitCode = exitCodes.goOn;
  try {
    const program = createProgram({
      cwd,
      env,
      terminal,
      signal,
      end: code => {
        exitCode = code;
      },
    });
    await program.parseAsync(args, { from: 'user' });
    return exitCode;
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof CommanderError) {
      // Commander has said already what is wrong; asking for help is not.
      return error.exitCode === 0 ? exitCodes.goOn : exitCodes.incomplete;
    }
    terminal.fail(error);
    return exitCodes.incomplete;
  }
}
