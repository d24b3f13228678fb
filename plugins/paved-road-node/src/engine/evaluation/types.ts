import { ReadDocument } from '../../documents/types';
import { RuleFile } from '../../packs/types';

/** The pairs that are asked for: by a document's digest, its files' digests. */
export type WantedPairs = ReadonlyMap<string, ReadonlySet<string>>;

/** What one process is given: every file is evaluated on every document. */
export interface GuardCall {
  documents: ReadDocument[];
  files: RuleFile[];
  /** Of the resources that the files look at; undefined where they may look at all. */
  types?: ReadonlySet<string>;
}

export interface PlanOptions {
  documents: ReadDocument[];
  files: RuleFile[];
  wanted: WantedPairs;
  /** How many processes share the calls. */
  processes: number;
  /** The types of the resources that a file looks at; undefined for all. */
  footprintOf: (file: RuleFile) => ReadonlySet<string> | undefined;
}

/** As much of a document as the files of a call look at. */
export function textFor(document: ReadDocument, { types }: GuardCall): string {
  return types ? document.textWith(types) : document.text;
}
