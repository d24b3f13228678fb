/** An answer in another form than the operation's JSON, such as SARIF. */
export class RawAnswer {
  readonly contentType: string;
  readonly body: string;

  constructor(contentType: string, body: string) {
    this.contentType = contentType;
    this.body = body;
  }
}
