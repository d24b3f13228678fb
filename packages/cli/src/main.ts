import { CommanderError } from 'commander';
import { exitCodes } from './exitCodes';
import { createProgram } from './program';
import { watchInterruption } from './terminal/interruption';
import { Terminal } from './terminal/Terminal';

/**
 * Runs the command line and sets the process's exit code.
 *
 * @public
 */
export async function main(args: string[]): Promise<void> {
  const terminal = new Terminal(process);
  const interruption = watchInterruption();
  try {
    const program = createProgram({
      cwd: process.cwd(),
      terminal,
      signal: interruption.signal,
      end: code => {
        process.exitCode = code;
      },
    });
    await program.parseAsync(args, { from: 'user' });
    interruption.signal.throwIfAborted();
  } catch (error) {
    if (interruption.signal.aborted) {
      terminal.note('paved-road: interrupted, nothing is known');
      process.exitCode = interruption.exitCode();
    } else if (error instanceof CommanderError) {
      // Commander has said already what is wrong; asking for help is not.
      process.exitCode =
        error.exitCode === 0 ? exitCodes.goOn : exitCodes.incomplete;
    } else {
      terminal.fail(error);
      process.exitCode = exitCodes.incomplete;
    }
  }
}
