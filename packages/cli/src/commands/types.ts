import { ExitCode } from '../exitCodes';
import { Terminal } from '../terminal/Terminal';

/** What a command works with. */
export interface CommandContext {
  /** The working directory, from which paths are read: absolute. */
  cwd: string;
  env: NodeJS.ProcessEnv;
  terminal: Terminal;
  /** Aborted where the person wants to stop. */
  signal: AbortSignal;
  /** Says how the process is to end. */
  end(code: ExitCode): void;
}
