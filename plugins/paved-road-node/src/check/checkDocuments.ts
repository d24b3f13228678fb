import { setImmediate } from 'node:timers/promises';
import {
  CheckReport,
  combineVerdicts,
  DocumentReport,
  overallVerdict,
  RuleResult,
} from '@paved-road/backstage-plugin-paved-road-common';
import { readDocument } from '../documents/readDocument';
import {
  DocumentLimits,
  InputDocument,
  ReadDocument,
  UnreadableDocument,
} from '../documents/types';
import { PolicyEngine, RuleOutcome } from '../engine/PolicyEngine';
import { Bundle, PackRule } from '../packs/types';
import { chooseRules, filesOf } from './chooseRules';
import { gatherOutcomes } from './gatherOutcomes';
import { Outcomes } from './Outcomes';
import { VerdictMemory } from './VerdictMemory';

/** @public */
export interface CheckDocumentsOptions {
  engine: PolicyEngine;
  bundle: Bundle;
  documents: InputDocument[];
  environment: string;
  /** Ids of the packs to check against; all of the bundle where absent. */
  packs?: string[];
  limits?: Partial<DocumentLimits>;
  memory?: VerdictMemory;
  /** Told with pairs of document and rule file. */
  onProgress?: (done: number, total: number) => void;
  signal?: AbortSignal;
}

/**
 * Checks documents against a bundle. Of no documents nothing is known, so the
 * verdict is `unknown`.
 *
 * @throws InputError for an unknown pack or environment, or where there is no
 * rule to check against; ServiceUnavailableError where the engine can't run;
 * the signal's reason where it is aborted.
 * @public
 */
export async function checkDocuments(
  options: CheckDocumentsOptions,
): Promise<CheckReport> {
  const { engine, bundle, environment, limits } = options;
  const rules = chooseRules(bundle, options.packs);
  const enforcements = new Map(
    rules.map(rule => [rule.id, bundle.enforcementOf(rule, environment)]),
  );
  const info = await engine.getInfo();
  const files = filesOf(rules);
  // The engine looks at the rules while the documents are read here.
  const broken = engine.findBrokenFiles(files);
  broken.catch(() => {}); // Told where it is waited for.
  const documents = await readDocuments(options.documents, limits);
  const outcomes = await gatherOutcomes({
    engine,
    documents: uniqueContents(documents),
    files,
    broken,
    memory: options.memory,
    onProgress: options.onProgress,
    signal: options.signal,
  });
  const reports = documents.map(
    (document): DocumentReport => ({
      path: document.path,
      format: document.format,
      digest: document.digest,
      ...('error' in document ? { error: document.error } : {}),
      results: rules.map(
        (rule): RuleResult => ({
          rule: rule.id,
          enforcement: enforcements.get(rule.id)!,
          ...combineOutcomes(outcomesOf(document, rule, outcomes)),
        }),
      ),
    }),
  );
  return {
    bundle: { digest: bundle.digest },
    engine: info,
    verdict: overallVerdict(
      reports.flatMap(({ results }) => results.map(({ verdict }) => verdict)),
    ),
    documents: reports,
  };
}

/** One at a time, so that others get their turn in between. */
async function readDocuments(
  inputs: InputDocument[],
  limits?: Partial<DocumentLimits>,
): Promise<(ReadDocument | UnreadableDocument)[]> {
  const documents = [];
  for (const input of inputs) {
    await setImmediate();
    documents.push(readDocument(input, limits));
  }
  return documents;
}

function uniqueContents(
  documents: (ReadDocument | UnreadableDocument)[],
): ReadDocument[] {
  const readable = documents.flatMap(document =>
    'error' in document ? [] : [document],
  );
  return [
    ...new Map(readable.map(document => [document.digest, document])).values(),
  ];
}

function outcomesOf(
  document: ReadDocument | UnreadableDocument,
  rule: PackRule,
  outcomes: Outcomes,
): RuleOutcome[] {
  if ('error' in document) {
    return [unknown('The document can’t be read')];
  }
  return rule.files.map(
    file =>
      outcomes.get(document.digest, file.digest, rule.name) ??
      unknown('The engine gave no verdict'),
  );
}

function unknown(reason: string): RuleOutcome {
  return { verdict: 'unknown', findings: [], reason };
}

/** Of the files of a pack that declare one rule. */
function combineOutcomes(outcomes: RuleOutcome[]): RuleOutcome {
  const reason = outcomes.find(outcome => outcome.reason)?.reason;
  return {
    verdict: combineVerdicts(
      outcomes.map(({ verdict }) => verdict),
    ) as RuleOutcome['verdict'],
    findings: outcomes.flatMap(({ findings }) => findings),
    ...(reason ? { reason } : {}),
  };
}
