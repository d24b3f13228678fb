import { RuleFile } from '../packs/types';
import { GuardProcess } from './GuardProcess';

/** Finds the files that the engine can't parse, each looked at once. */
export class BrokenFileFinder {
  readonly #process: GuardProcess;
  readonly #processes: number;
  /** By digest; undefined where the file parses. */
  readonly #known = new Map<string, string | undefined>();

  constructor(process: GuardProcess, processes: number) {
    this.#process = process;
    this.#processes = processes;
  }

  /** Notes files that the engine was seen to parse. */
  noteParsed(files: RuleFile[]): void {
    files.forEach(({ digest }) => this.#known.set(digest, undefined));
  }

  async find(files: RuleFile[]): Promise<Map<string, string>> {
    const found = new Map<string, string>();
    const unknown = new Map(
      files
        .filter(({ digest }) => !this.#known.has(digest))
        .map(file => [file.digest, file]),
    );
    await Promise.all(
      divide([...unknown.values()], this.#processes).map(part =>
        this.#look(part, found),
      ),
    );
    for (const { digest } of files) {
      const reason = this.#known.get(digest);
      if (reason !== undefined) {
        found.set(digest, reason);
      }
    }
    return found;
  }

  async #look(files: RuleFile[], found: Map<string, string>): Promise<void> {
    if (files.length === 0) {
      return;
    }
    const answer = await this.#process.validate({
      rules: files.map(({ text }) => text),
      data: [],
    });
    const isFailure = 'failure' in answer;
    if (!isFailure && answer.stderr === '') {
      this.noteParsed(files);
      return;
    }
    if (files.length > 1) {
      await Promise.all(divide(files, 2).map(part => this.#look(part, found)));
      return;
    }
    const [{ digest }] = files;
    const reason = isFailure
      ? `The rule file can’t be parsed. ${answer.failure}`
      : explain(answer.stderr);
    found.set(digest, reason);
    if (!isFailure || !answer.transient) {
      this.#known.set(digest, reason);
    }
  }
}

/** Of the engine's words the place and the first line of what it stopped at. */
function explain(stderr: string): string {
  const match =
    /at line (\d+) at column (\d+), when handling (.*?), fragment ([^\r\n]*)/.exec(
      stderr,
    );
  if (!match) {
    return 'The rule file does not parse';
  }
  const [, line, column, handling, fragment] = match;
  const what = handling ? `${handling}, ` : '';
  const rest = fragment.trim().slice(0, 80);
  return `The rule file does not parse at line ${line}, column ${column}: ${what}${
    rest ? `at "${rest}"` : 'at the end of the line'
  }`;
}

function divide<T>(all: T[], parts: number): T[][] {
  const size = Math.ceil(all.length / parts);
  return Array.from({ length: parts }, (_, part) =>
    all.slice(part * size, (part + 1) * size),
  );
}
