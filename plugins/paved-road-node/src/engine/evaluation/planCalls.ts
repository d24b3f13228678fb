import { ReadDocument } from '../../documents/types';
import { RuleFile } from '../../packs/types';
import { costOf, costOfDocument, costOfFiles } from './callCosts';
import { groupPairs } from './groupPairs';
import { GuardCall, PlanOptions } from './types';

/** So that a slow document holds up few others, and the output stays small. */
const MAX_CALL_COST = 3_000;
/** Calls for each process, so that they end at about the same time. */
const CALLS_PER_PROCESS = 3;
const MIN_CALL_COST = 200;

/** Keeps planning cheap, whatever the number of documents. */
const DOCUMENTS_PER_PLAN = 200;

/**
 * Puts pairs of document and file together so that each file is parsed seldom,
 * each document no further than the files look, and few pairs are evaluated
 * that nobody asked for. Files that declare a rule of the same name never meet,
 * since the engine tells rules apart by name alone.
 */
export function planCalls(options: PlanOptions): GuardCall[] {
  const { documents, processes } = options;
  const calls: GuardCall[] = [];
  for (let start = 0; start < documents.length; start += DOCUMENTS_PER_PLAN) {
    const block = documents.slice(start, start + DOCUMENTS_PER_PLAN);
    calls.push(...mergeCalls(groupPairs({ ...options, documents: block })));
  }
  const total = calls.reduce((sum, call) => sum + costOf(call), 0);
  const limit = Math.min(
    MAX_CALL_COST,
    Math.max(MIN_CALL_COST, total / (processes * CALLS_PER_PROCESS)),
  );
  return calls.flatMap(call => splitCall(call, limit));
}

/** Merges calls while one costs less than two. */
function mergeCalls(calls: GuardCall[]): GuardCall[] {
  const merged: { call: GuardCall; cost: number }[] = [];
  const bySize = [...calls].sort(
    (a, b) => b.documents.length - a.documents.length,
  );
  for (const call of bySize) {
    const cost = costOf(call);
    let best: { index: number; call: GuardCall; cost: number } | undefined;
    let most = 0;
    for (const [index, candidate] of merged.entries()) {
      if (!canMeet(candidate.call.files, call.files)) {
        continue;
      }
      const both = join(candidate.call, call);
      const costOfBoth = costOf(both);
      const saving = candidate.cost + cost - costOfBoth;
      if (saving > most) {
        most = saving;
        best = { index, call: both, cost: costOfBoth };
      }
    }
    if (best) {
      merged[best.index] = best;
    } else {
      merged.push({ call, cost });
    }
  }
  return merged.map(({ call }) => call);
}

function canMeet(some: RuleFile[], others: RuleFile[]): boolean {
  const names = new Set(some.flatMap(({ ruleNames }) => ruleNames));
  return others.every(({ ruleNames }) =>
    ruleNames.every(name => !names.has(name)),
  );
}

function join(a: GuardCall, b: GuardCall): GuardCall {
  return {
    documents: [...new Set([...a.documents, ...b.documents])],
    files: [...new Set([...a.files, ...b.files])],
    types: a.types && b.types && new Set([...a.types, ...b.types]),
  };
}

function splitCall(call: GuardCall, limit: number): GuardCall[] {
  const filesCost = costOfFiles(call.files);
  const calls: GuardCall[] = [];
  let documents: ReadDocument[] = [];
  let cost = 0;
  for (const document of call.documents) {
    const own = costOfDocument(document, call);
    // What parsing the files again would cost more than it gains stays together.
    if (documents.length > 0 && cost + own > Math.max(limit, filesCost)) {
      calls.push({ ...call, documents });
      documents = [];
      cost = 0;
    }
    documents.push(document);
    cost += own;
  }
  return [...calls, { ...call, documents }];
}
