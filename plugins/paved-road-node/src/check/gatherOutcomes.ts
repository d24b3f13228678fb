import { ReadDocument } from '../documents/types';
import {
  Evaluation,
  EvaluationTask,
  PolicyEngine,
  RuleOutcome,
} from '../engine/PolicyEngine';
import { RuleFile } from '../packs/types';
import { Outcomes } from './Outcomes';
import { VerdictMemory } from './VerdictMemory';

export interface GatherOptions {
  engine: PolicyEngine;
  /** Each content once. */
  documents: ReadDocument[];
  files: RuleFile[];
  /** Why a file can't be evaluated, by its digest. */
  broken: Promise<Map<string, string>>;
  memory?: VerdictMemory;
  /** Told with pairs of document and rule file. */
  onProgress?: (done: number, total: number) => void;
  signal?: AbortSignal;
}

/**
 * What every file says of every document: what is broken and what can only say
 * `skip` needs no evaluation, what is remembered none again.
 */
export async function gatherOutcomes(
  options: GatherOptions,
): Promise<Outcomes> {
  const { engine, documents, files, memory, onProgress, signal } = options;
  const outcomes = new Outcomes();
  const tasks = documents.map(document => ({
    document,
    files: engine.selectFiles(document, files),
  }));
  const missing = await recall(options, tasks, outcomes);
  const total = documents.length * files.length;
  const known = total - countPairs(missing);
  onProgress?.(known, total);
  if (missing.length > 0) {
    const evaluations = await engine.evaluate({
      tasks: missing,
      onProgress: done => onProgress?.(known + done, total),
      signal,
    });
    outcomes.add(evaluations);
    const lasting = evaluations.filter(({ transient }) => !transient);
    if (lasting.length > 0) {
      await memory?.remember(await engine.getInfo(), lasting);
    }
  }
  // A file that was left out as one that can only say `skip` may be broken.
  const broken = await options.broken;
  const unasked = new Map(
    files.map(file => [file, outcomesOfAll(file, broken.get(file.digest))]),
  );
  for (const { document, files: selected } of tasks) {
    const chosen = new Set(selected);
    outcomes.add(
      files
        .filter(file => !chosen.has(file))
        .map(file => ({
          documentDigest: document.digest,
          fileDigest: file.digest,
          outcomes: unasked.get(file)!,
        })),
    );
  }
  return outcomes;
}

/** Adds what is remembered, and answers what is left to evaluate. */
async function recall(
  { engine, memory }: GatherOptions,
  tasks: EvaluationTask[],
  outcomes: Outcomes,
): Promise<EvaluationTask[]> {
  const keys = tasks.flatMap(({ document, files }) =>
    files.map(file => ({
      documentDigest: document.digest,
      fileDigest: file.digest,
    })),
  );
  if (memory && keys.length > 0) {
    outcomes.add(await memory.recall(await engine.getInfo(), keys));
  }
  return tasks
    .map(({ document, files }) => ({
      document,
      // A remembered evaluation that lacks a rule's name is none.
      files: files.filter(
        ({ digest, ruleNames }) =>
          !ruleNames.every(name => outcomes.get(document.digest, digest, name)),
      ),
    }))
    .filter(({ files }) => files.length > 0);
}

/** What a file says of a document that it is not evaluated on. */
function outcomesOfAll(
  file: RuleFile,
  broken: string | undefined,
): Evaluation['outcomes'] {
  const outcome: RuleOutcome = broken
    ? { verdict: 'unknown', findings: [], reason: broken }
    : { verdict: 'skip', findings: [] };
  return Object.fromEntries(file.ruleNames.map(name => [name, outcome]));
}

function countPairs(tasks: EvaluationTask[]): number {
  return tasks.reduce((sum, { files }) => sum + files.length, 0);
}
