import { isError } from '@backstage/errors';
import { Chalk, Instance } from 'chalk';
import { plainText } from './plainText';

export interface TerminalOptions {
  stdout: NodeJS.WriteStream;
  stderr: NodeJS.WriteStream;
  env: NodeJS.ProcessEnv;
}

/** Where a person, a pipe or a file reads what is written. */
export class Terminal {
  readonly #out: NodeJS.WriteStream;
  readonly #err: NodeJS.WriteStream;
  /** Colours for what goes to the standard output. */
  readonly colours: Chalk;

  constructor(options: TerminalOptions) {
    const { stdout, stderr, env } = options;
    this.#out = stdout;
    this.#err = stderr;
    this.colours = new Instance({ level: colourLevel(stdout, env) });
    for (const stream of [stdout, stderr]) {
      // A reader that has seen enough, such as `head`, is no failure.
      stream.on('error', error => {
        if ((error as NodeJS.ErrnoException).code !== 'EPIPE') {
          throw error;
        }
      });
    }
  }

  /** Colours for the standard output, or none for a file. */
  coloursFor(file: string | undefined): Chalk {
    return file === undefined ? this.colours : new Instance({ level: 0 });
  }

  /** The stream of progress bars, where a person watches it. */
  get progressStream(): NodeJS.WriteStream | undefined {
    return this.#err.isTTY ? this.#err : undefined;
  }

  print(text: string): void {
    this.#out.write(text.endsWith('\n') ? text : `${text}\n`);
  }

  /** Writes beside the result. */
  printBeside(text: string): void {
    this.#err.write(text);
  }

  /** Says something beside the result, in one line. */
  note(text: string): void {
    this.#err.write(`${plainText(text)}\n`);
  }

  fail(error: unknown): void {
    this.note(`paved-road: ${isError(error) ? error.message : String(error)}`);
  }
}

function colourLevel(
  stream: NodeJS.WriteStream,
  env: NodeJS.ProcessEnv,
): 0 | 1 {
  return stream.isTTY && !env.NO_COLOR && env.TERM !== 'dumb' ? 1 : 0;
}
