import { InputError, toError } from '@backstage/errors';
import { endWith } from './lifetime';

/**
 * Runs a server of the sandbox until the process is told to end, or its parent
 * has ended. Ends with 2 for arguments that can't be meant, with 1 where the
 * server can't be started.
 */
export async function runServer<
  TOptions,
  TServer extends { stop(): Promise<void> },
>(server: {
  name: string;
  usage: string;
  /** @throws an error whose message is for the person who typed. */
  parse(): TOptions;
  start(options: TOptions): Promise<TServer>;
  /** What to print once it listens. */
  greet(started: TServer): string;
}): Promise<void> {
  let options: TOptions;
  try {
    options = server.parse();
  } catch (error) {
    process.stderr.write(`${toError(error).message}\n\n${server.usage}`);
    process.exit(2);
  }
  try {
    const started = await server.start(options);
    endWith(started);
    process.stdout.write(server.greet(started));
  } catch (error) {
    const words =
      error instanceof InputError ? error.message : toError(error).stack;
    process.stderr.write(`The ${server.name} could not be started: ${words}\n`);
    process.exit(1);
  }
}
