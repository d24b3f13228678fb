import { ReadDocument } from '../../documents/types';
import { RuleFile } from '../../packs/types';
import { GuardCall } from './types';

/**
 * What a call costs, in thousandths of a second of a quiet machine. Measured;
 * only their proportions matter.
 */
const START = 15;
const PARSE_PER_BYTE = 0.001;
const EVALUATE_PER_BYTE = 0.0007;

export function costOf(call: GuardCall): number {
  return (
    START +
    costOfFiles(call.files) +
    call.documents.reduce(
      (sum, document) => sum + costOfDocument(document, call),
      0,
    )
  );
}

export function costOfFiles(files: RuleFile[]): number {
  return files.reduce((sum, { text }) => sum + text.length, 0) * PARSE_PER_BYTE;
}

/** Grows with what the files look at, and with how many of them look. */
export function costOfDocument(
  document: ReadDocument,
  { files, types }: GuardCall,
): number {
  const size = types ? document.sizeWith(types) : document.text.length;
  return size * (PARSE_PER_BYTE + files.length * EVALUATE_PER_BYTE);
}
