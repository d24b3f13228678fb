/** An answer in another form than the operation's JSON, such as SARIF. */
export class RawAnswer {
  readonly contentType: string;
  readonly body: string | Buffer;
  /** In quotes; who knows the answer by it already gets 304 instead. */
  readonly etag?: string;
  readonly headers: Record<string, string>;

  constructor(
    contentType: string,
    body: string | Buffer,
    options: { etag?: string; headers?: Record<string, string> } = {},
  ) {
    this.contentType = contentType;
    this.body = body;
    this.etag = options.etag;
    this.headers = options.headers ?? {};
  }
}
