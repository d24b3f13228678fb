import { Token } from './tokenize';

const closers: Record<string, string> = { '(': ')', '[': ']', '{': '}' };

/** Reads tokens one after the other. */
export class TokenReader {
  readonly #tokens: readonly Token[];
  #index = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  get isAtEnd(): boolean {
    return this.#index >= this.#tokens.length;
  }

  get position(): number {
    return this.#index;
  }

  /** What has been read since a position. */
  readSince(position: number): Token[] {
    return this.#tokens.slice(position, this.#index);
  }

  peek(kind: Token['kind'], ...texts: string[]): boolean {
    const token = this.#tokens[this.#index];
    return (
      token?.kind === kind && (texts.length === 0 || texts.includes(token.text))
    );
  }

  /** The next token's text if it is of the kind and one of the texts. */
  take(kind: Token['kind'], ...texts: string[]): string | undefined {
    return this.peek(kind, ...texts)
      ? this.#tokens[this.#index++].text
      : undefined;
  }

  takeAny(): Token {
    return this.#tokens[this.#index++];
  }

  /** What is between the next bracket and the one that closes it. */
  takeGroup(open: '(' | '[' | '{'): Token[] | undefined {
    if (!this.take('symbol', open)) {
      return undefined;
    }
    const start = this.#index;
    const expected = [closers[open]];
    while (!this.isAtEnd) {
      const { kind, text } = this.#tokens[this.#index++];
      if (kind !== 'symbol') {
        continue;
      }
      if (closers[text]) {
        expected.push(closers[text]);
      } else if (Object.values(closers).includes(text)) {
        if (expected.pop() !== text) {
          return undefined;
        }
        if (expected.length === 0) {
          return this.#tokens.slice(start, this.#index - 1);
        }
      }
    }
    return undefined;
  }
}
