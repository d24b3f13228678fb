import { DocumentFormat } from '@paved-road/backstage-plugin-paved-road-common';

/**
 * A document as it came from a stranger: bytes and the name to call them by.
 *
 * @public
 */
export interface InputDocument {
  path: string;
  content: Uint8Array;
}

/**
 * What a document may be at most; over a limit it is an error, never a pass.
 *
 * @public
 */
export interface DocumentLimits {
  /** Bytes as read; 10 MiB by default. */
  maxBytes: number;
  /** Nested maps and lists; 100 by default. */
  maxDepth: number;
}

/**
 * A document that can be evaluated.
 *
 * @public
 */
export interface ReadDocument {
  path: string;
  /** SHA-256 of the bytes as read, `sha256:<hex>`. */
  digest: string;
  format: DocumentFormat;
  /** The text in UTF-8, without a byte order mark, line for line as read. */
  text: string;
  /**
   * The text without resources of other types, as far as these can be taken
   * out; what stays has the lines and columns that it had.
   */
  textWith(types: ReadonlySet<string>): string;
  /** The length of `textWith` without what is blank, in UTF-16 units. */
  sizeWith(types: ReadonlySet<string>): number;
  /** False only where the text is certainly no key and no scalar of the document. */
  mayHold(text: string): boolean;
  /** The resource that a path from the document's root leads into. */
  resourceAt(propertyPath: string): string | undefined;
}

/**
 * A document that can't be evaluated, and why.
 *
 * @public
 */
export interface UnreadableDocument {
  path: string;
  digest: string;
  format: DocumentFormat;
  /** Names the place, where there is one, as `line 3, column 5`. */
  error: string;
}
