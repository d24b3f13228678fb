/**
 * A change was not answered as accepted: `refused` where AWS has said no,
 * `later` where it has surely done nothing and may do it the next time, `doubt`
 * where it may have accepted it all the same.
 */
export class SendError extends Error {
  readonly name = 'SendError';
  readonly kind: 'refused' | 'later' | 'doubt';
  /** AWS's name of the error. */
  readonly code: string;
  /** AWS's own words; they may repeat values. */
  readonly words: string;

  constructor(
    kind: SendError['kind'],
    { code, words }: { code: string; words: string },
  ) {
    super(`AWS did not take the change (${code})`);
    this.kind = kind;
    this.code = code;
    this.words = words;
  }
}
