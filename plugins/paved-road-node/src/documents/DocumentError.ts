/** Why a document can't be read, in words that name what to fix and where. */
export class DocumentError extends Error {
  readonly name = 'DocumentError';
}
