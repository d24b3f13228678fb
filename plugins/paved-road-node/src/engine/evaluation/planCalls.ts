import { ReadDocument } from '../../documents/types';
import { RuleFile } from '../../packs/types';
import { GuardCall, WantedPairs } from './types';

/**
 * What a call costs, in thousandths of a second of a quiet machine. Measured;
 * only their proportions matter.
 */
const START = 8;
const PARSE_PER_BYTE = 0.001;
/** A rule that finds nothing still copies the document. */
const SKIP_PER_BYTE = 0.00025;
const EVALUATE_PER_BYTE = 0.0007;

/** So that a slow document holds up few others, and the output stays small. */
const MAX_CALL_COST = 3_000;
/** Calls for each process, so that they end at about the same time. */
const CALLS_PER_PROCESS = 3;
const MIN_CALL_COST = 200;

/** Keeps planning cheap, whatever the number of documents. */
const DOCUMENTS_PER_PLAN = 200;

/**
 * Puts pairs of document and file together so that each file is parsed seldom,
 * each document too, and few pairs are evaluated that nobody asked for. Files
 * that declare a rule of the same name never meet, since the engine tells
 * rules apart by name alone.
 */
export function planCalls(
  documents: ReadDocument[],
  files: RuleFile[],
  wanted: WantedPairs,
  processes: number,
): GuardCall[] {
  const calls: GuardCall[] = [];
  for (let start = 0; start < documents.length; start += DOCUMENTS_PER_PLAN) {
    const block = documents.slice(start, start + DOCUMENTS_PER_PLAN);
    calls.push(...mergeGroups(groupFiles(block, files, wanted)));
  }
  const total = calls.reduce((sum, call) => sum + costOf(call), 0);
  const limit = Math.min(
    MAX_CALL_COST,
    Math.max(MIN_CALL_COST, total / (processes * CALLS_PER_PROCESS)),
  );
  return calls.flatMap(call => splitCall(call, limit));
}

/** Files that are wanted for the same documents. */
function groupFiles(
  documents: ReadDocument[],
  files: RuleFile[],
  wanted: WantedPairs,
): GuardCall[] {
  const groups = new Map<string, GuardCall[]>();
  for (const file of files) {
    const wanting = documents.filter(document =>
      wanted.get(document.digest)?.has(file.digest),
    );
    if (wanting.length === 0) {
      continue;
    }
    const key = wanting.map(({ digest }) => digest).join();
    const same = groups.get(key) ?? [];
    const group = same.find(({ files: others }) => canMeet(others, [file]));
    if (group) {
      group.files.push(file);
    } else {
      same.push({ documents: wanting, files: [file] });
    }
    groups.set(key, same);
  }
  return [...groups.values()].flat();
}

function canMeet(some: RuleFile[], others: RuleFile[]): boolean {
  const names = new Set(some.flatMap(({ ruleNames }) => ruleNames));
  return others.every(({ ruleNames }) =>
    ruleNames.every(name => !names.has(name)),
  );
}

/** Merges groups while that saves more than the additional pairs cost. */
function mergeGroups(groups: GuardCall[]): GuardCall[] {
  const merged: GuardCall[] = [];
  const bySize = [...groups].sort(
    (a, b) => b.documents.length - a.documents.length,
  );
  for (const group of bySize) {
    let best: { index: number; saving: number } | undefined;
    for (const [index, candidate] of merged.entries()) {
      const saving = savingOf(candidate, group);
      if (
        saving > (best?.saving ?? 0) &&
        canMeet(candidate.files, group.files)
      ) {
        best = { index, saving };
      }
    }
    if (best) {
      merged[best.index] = join(merged[best.index], group);
    } else {
      merged.push(group);
    }
  }
  return merged;
}

function savingOf(a: GuardCall, b: GuardCall): number {
  const inA = new Set(a.documents);
  const inB = new Set(b.documents);
  const shared = a.documents.filter(document => inB.has(document));
  const additional =
    bytesOf(a.documents.filter(document => !inB.has(document))) *
      b.files.length +
    bytesOf(b.documents.filter(document => !inA.has(document))) *
      a.files.length;
  return START + bytesOf(shared) * PARSE_PER_BYTE - additional * SKIP_PER_BYTE;
}

function join(a: GuardCall, b: GuardCall): GuardCall {
  return {
    documents: [...new Set([...a.documents, ...b.documents])],
    files: [...a.files, ...b.files],
  };
}

function splitCall(call: GuardCall, limit: number): GuardCall[] {
  const filesCost = bytesOf(call.files) * PARSE_PER_BYTE;
  const calls: GuardCall[] = [];
  let documents: ReadDocument[] = [];
  let cost = 0;
  for (const document of call.documents) {
    const own = documentCost(document, call.files);
    // What parsing the files again would cost more than it gains stays together.
    if (documents.length > 0 && cost + own > Math.max(limit, filesCost)) {
      calls.push({ documents, files: call.files });
      documents = [];
      cost = 0;
    }
    documents.push(document);
    cost += own;
  }
  return [...calls, { documents, files: call.files }];
}

function costOf({ documents, files }: GuardCall): number {
  return (
    START +
    bytesOf(files) * PARSE_PER_BYTE +
    documents.reduce((sum, document) => sum + documentCost(document, files), 0)
  );
}

function documentCost({ text }: ReadDocument, files: RuleFile[]): number {
  return text.length * (PARSE_PER_BYTE + files.length * EVALUATE_PER_BYTE);
}

function bytesOf(sources: { text: string }[]): number {
  return sources.reduce((sum, { text }) => sum + text.length, 0);
}
