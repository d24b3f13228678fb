import { RuleFile } from '../../packs/types';
import { BrokenFileFinder } from '../BrokenFileFinder';
import { GuardFailure, GuardProcess } from '../GuardProcess';
import { Evaluation } from '../PolicyEngine';
import { readOutcomes } from './readOutcomes';
import { GuardCall, textFor, WantedPairs } from './types';

export interface EvaluatorOptions {
  process: GuardProcess;
  brokenFiles: BrokenFileFinder;
  wanted: WantedPairs;
  timeoutMs: number;
  /** Told with the number of pairs that were finished. */
  onDone: (pairs: number) => void;
  signal?: AbortSignal;
}

/** After so many time limits on a document alone the rest of it isn't tried. */
const MAX_TIMEOUTS = 3;

/**
 * Makes calls and, where one fails, takes it apart until only the guilty pair
 * is left without a verdict.
 */
export class Evaluator {
  readonly #options: EvaluatorOptions;
  readonly #timeouts = new Map<string, number>();

  constructor(options: EvaluatorOptions) {
    this.#options = options;
  }

  async evaluate(whole: GuardCall): Promise<Evaluation[]> {
    const call = this.#withoutUnwanted(whole);
    if (!call) {
      return [];
    }
    const answer = await this.#ask(call);
    if (!('failure' in answer)) {
      return this.#finish(answer);
    }
    const failure = await this.#judge(call, answer);
    if (failure) {
      return this.#finish(unknown(call, failure));
    }
    const evaluations: Evaluation[] = [];
    for (const half of halve(call)) {
      evaluations.push(...(await this.evaluate(half)));
    }
    return evaluations;
  }

  async #ask(call: GuardCall): Promise<Evaluation[] | GuardFailure> {
    const { process, timeoutMs, signal } = this.#options;
    const { documents, files } = call;
    const answer = await process.validate({
      rules: files.map(({ text }) => text),
      data: documents.map(document => textFor(document, call)),
      // A batch is sized to take about a second; one that hangs is taken apart.
      timeoutMs: documents.length > 1 ? timeoutMs / 4 : timeoutMs,
      signal,
    });
    if ('failure' in answer) {
      return answer;
    }
    const broken = await this.#findBroken(files, answer.stderr);
    const working = files.filter(({ digest }) => !broken.has(digest));
    const evaluations = documents.map((document, index) =>
      readOutcomes(document, working, answer.entries[index]),
    );
    if (evaluations.some(each => each === undefined)) {
      return {
        failure:
          'The engine’s rules are not those that the file declares: put every clause into a named rule',
        transient: false,
      };
    }
    const unparsed = documents.flatMap(({ digest }) =>
      files.flatMap(file => {
        const reason = broken.get(file.digest);
        return reason ? [unknownEvaluation(digest, file, reason)] : [];
      }),
    );
    return [...unparsed, ...evaluations.flatMap(each => each ?? [])];
  }

  /** The engine tells on stderr, and goes on without the file. */
  async #findBroken(
    files: RuleFile[],
    stderr: string,
  ): Promise<Map<string, string>> {
    const { brokenFiles } = this.#options;
    if (stderr === '') {
      brokenFiles.noteParsed(files);
      return new Map();
    }
    return brokenFiles.find(files);
  }

  /** What to answer for the whole call; undefined where a part may do better. */
  async #judge(
    { documents, files }: GuardCall,
    failure: GuardFailure,
  ): Promise<GuardFailure | undefined> {
    if (documents.length > 1) {
      return undefined;
    }
    const [document] = documents;
    if (failure.isTimeout) {
      const count = (this.#timeouts.get(document.digest) ?? 0) + 1;
      this.#timeouts.set(document.digest, count);
      return files.length === 1 || count >= MAX_TIMEOUTS ? failure : undefined;
    }
    const alone = await this.#ask({ documents, files: [] });
    if ('failure' in alone) {
      return {
        ...alone,
        failure: `The engine can’t read the document. ${alone.failure}`,
      };
    }
    return files.length === 1 ? failure : undefined;
  }

  /** Halves that nobody asked a pair of need no call. */
  #withoutUnwanted({
    documents,
    files,
    types,
  }: GuardCall): GuardCall | undefined {
    const { wanted } = this.#options;
    const isWanted = (digest: string, file: RuleFile) =>
      wanted.get(digest)?.has(file.digest) ?? false;
    const call = {
      documents: documents.filter(({ digest }) =>
        files.some(file => isWanted(digest, file)),
      ),
      files: files.filter(file =>
        documents.some(({ digest }) => isWanted(digest, file)),
      ),
      types,
    };
    return call.documents.length > 0 ? call : undefined;
  }

  #finish(evaluations: Evaluation[]): Evaluation[] {
    const asked = evaluations.filter(({ documentDigest, fileDigest }) =>
      this.#options.wanted.get(documentDigest)?.has(fileDigest),
    );
    this.#options.onDone(asked.length);
    return asked;
  }
}

function halve({ documents, files, types }: GuardCall): GuardCall[] {
  const half = <T>(all: T[]) => [
    all.slice(0, Math.ceil(all.length / 2)),
    all.slice(Math.ceil(all.length / 2)),
  ];
  return documents.length > 1
    ? half(documents).map(part => ({ documents: part, files, types }))
    : half(files).map(part => ({ documents, files: part, types }));
}

function unknown(
  { documents, files }: GuardCall,
  { failure, transient }: GuardFailure,
): Evaluation[] {
  return documents.flatMap(document =>
    files.map(file =>
      unknownEvaluation(document.digest, file, failure, transient),
    ),
  );
}

/** Every rule of a file as `unknown` for one reason. */
export function unknownEvaluation(
  documentDigest: string,
  file: RuleFile,
  reason: string,
  transient?: boolean,
): Evaluation {
  return {
    documentDigest,
    fileDigest: file.digest,
    outcomes: Object.fromEntries(
      file.ruleNames.map(name => [
        name,
        { verdict: 'unknown' as const, findings: [], reason },
      ]),
    ),
    ...(transient ? { transient } : {}),
  };
}
