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
  // Asked last, when the engine has seen most files already. A file that was
  // left out as one that can only say `skip` may still be broken.
  const broken = await engine.findBrokenFiles(files);
  for (const { document, files: selected } of tasks) {
    const chosen = new Set(selected.map(({ digest }) => digest));
    outcomes.add(
      files
        .filter(({ digest }) => !chosen.has(digest))
        .map(file => sameForAll(document, file, broken.get(file.digest))),
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

function sameForAll(
  document: ReadDocument,
  file: RuleFile,
  broken: string | undefined,
): Evaluation {
  const outcome: RuleOutcome = broken
    ? { verdict: 'unknown', findings: [], reason: broken }
    : { verdict: 'skip', findings: [] };
  return {
    documentDigest: document.digest,
    fileDigest: file.digest,
    outcomes: Object.fromEntries(file.ruleNames.map(name => [name, outcome])),
  };
}

function countPairs(tasks: EvaluationTask[]): number {
  return tasks.reduce((sum, { files }) => sum + files.length, 0);
}
