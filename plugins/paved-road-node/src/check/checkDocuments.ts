import { InputError } from '@backstage/errors';
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
import { Evaluation, PolicyEngine } from '../engine/PolicyEngine';
import { Bundle, PackRule } from '../packs/types';
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
 * Checks documents against a bundle.
 *
 * @throws InputError for an unknown pack or environment, or where there is no
 * rule to check against; ServiceUnavailableError where the engine can't run.
 * @public
 */
export async function checkDocuments(
  options: CheckDocumentsOptions,
): Promise<CheckReport> {
  const { engine, bundle, environment } = options;
  const rules = chooseRules(bundle, options.packs);
  rules.forEach(rule => bundle.enforcementOf(rule, environment));
  const info = await engine.getInfo();
  const read = options.documents.map(input =>
    readDocument(input, options.limits),
  );
  const documents = read.filter(isReadable);
  const files = [
    ...new Map(
      rules.flatMap(rule => rule.files.map(file => [file.digest, file])),
    ).values(),
  ];
  const evaluations = new Map<string, Evaluation>();
  for (const evaluation of await engine.evaluate({
    documents,
    files,
    onProgress: options.onProgress,
    signal: options.signal,
  })) {
    evaluations.set(
      `${evaluation.documentDigest} ${evaluation.fileDigest}`,
      evaluation,
    );
  }
  const resultsOf = (
    document: ReadDocument | UnreadableDocument,
  ): RuleResult[] =>
    rules.map(rule => {
      const base = {
        rule: rule.id,
        enforcement: bundle.enforcementOf(rule, environment),
      };
      if (!isReadable(document)) {
        return {
          ...base,
          verdict: 'unknown' as const,
          findings: [],
          reason: 'The document can’t be read',
        };
      }
      const outcomes = rule.files.map(
        file =>
          evaluations.get(`${document.digest} ${file.digest}`)?.outcomes[
            rule.name
          ] ?? { verdict: 'unknown' as const, findings: [], reason: undefined },
      );
      return {
        ...base,
        verdict: combineVerdicts(outcomes.map(({ verdict }) => verdict)),
        findings: outcomes.flatMap(({ findings }) => findings),
        reason: outcomes.find(({ reason }) => reason)?.reason,
      };
    });
  const reports: DocumentReport[] = read.map(document => ({
    path: document.path,
    format: document.format,
    digest: document.digest,
    ...(isReadable(document) ? {} : { error: document.error }),
    results: resultsOf(document),
  }));
  return {
    bundle: { digest: bundle.digest },
    engine: info,
    verdict: overallVerdict(
      reports.flatMap(report => report.results.map(({ verdict }) => verdict)),
    ),
    documents: reports,
  };
}

function isReadable(
  document: ReadDocument | UnreadableDocument,
): document is ReadDocument {
  return !('error' in document);
}

function chooseRules(bundle: Bundle, packs: string[] | undefined): PackRule[] {
  const known = bundle.packs.map(({ id }) => id);
  const unknown = packs?.filter(id => !known.includes(id)) ?? [];
  if (unknown.length > 0) {
    throw new InputError(
      `There is no pack '${unknown.join("', '")}'; there are: ${known.join(
        ', ',
      )}`,
    );
  }
  const rules = [...bundle.rules.values()].filter(
    rule => !packs || packs.includes(rule.pack),
  );
  if (rules.length === 0) {
    throw new InputError('There are no rules to check against');
  }
  return rules;
}
