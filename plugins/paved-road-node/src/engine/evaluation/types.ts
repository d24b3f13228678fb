import { ReadDocument } from '../../documents/types';
import { RuleFile } from '../../packs/types';

/** The pairs that are asked for: by a document's digest, its files' digests. */
export type WantedPairs = ReadonlyMap<string, ReadonlySet<string>>;

/** What one process is given: every file is evaluated on every document. */
export interface GuardCall {
  documents: ReadDocument[];
  files: RuleFile[];
}
