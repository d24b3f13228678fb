import { InputError } from '@backstage/errors';
import { matchDocuments } from '@paved-road/backstage-plugin-paved-road-node';

/** All documents of a service together may have so many times the size of one. */
const SIZE_FACTOR = 5;

export interface DocumentLimits {
  /** Of one document, in bytes. */
  maxDocumentBytes: number;
  /** Of one service. */
  maxDocuments: number;
}

/**
 * Chooses a service's documents while its source streams by, so that what is
 * not wanted, or too much, never gets into memory.
 */
export class DocumentSelection {
  readonly tooLarge: { path: string; error: string }[] = [];
  readonly #limits: DocumentLimits;
  readonly #matches: (path: string) => boolean;
  #count = 0;
  #bytes = 0;

  constructor(patterns: string[], limits: DocumentLimits) {
    this.#limits = limits;
    this.#matches = matchDocuments(patterns);
  }

  /** @param size - in bytes, where the source says it beforehand */
  takes(path: string, size: number = 0): boolean {
    if (!this.#matches(path)) {
      return false;
    }
    this.#count += 1;
    const { maxDocumentBytes } = this.#limits;
    if (size > maxDocumentBytes) {
      this.tooLarge.push({
        path,
        error: `has ${size} bytes, more than the ${maxDocumentBytes} that are read`,
      });
      return false;
    }
    this.#bytes += size;
    return this.#isWithinLimits();
  }

  /** @throws InputError where documents were left out. */
  assertComplete(): void {
    const { maxDocumentBytes, maxDocuments } = this.#limits;
    if (this.#count > maxDocuments) {
      throw new InputError(
        `The annotation matches ${
          this.#count
        } documents, more than the ${maxDocuments} that are read`,
      );
    }
    if (!this.#isWithinLimits()) {
      throw new InputError(
        `The documents have more than ${
          SIZE_FACTOR * maxDocumentBytes
        } bytes together`,
      );
    }
  }

  #isWithinLimits(): boolean {
    const { maxDocumentBytes, maxDocuments } = this.#limits;
    return (
      this.#count <= maxDocuments &&
      this.#bytes <= SIZE_FACTOR * maxDocumentBytes
    );
  }
}
