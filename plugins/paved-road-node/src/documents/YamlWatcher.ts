import { EventType, State } from 'js-yaml';
import { DocumentError } from './DocumentError';
import { describePlace, placeOf } from './places';

/** What js-yaml tells its listener beyond its published type. */
type ParserState = State & { tag: string | null };

interface Scalar {
  text: string;
  /** Without quotes, so that the engine may take it for a number. */
  plain: boolean;
  start: number;
}

/** A node that is being read, with its children so far. */
interface OpenNode {
  start: number;
  /** For a map: keys and values in turn; undefined for a map or list. */
  children: (Scalar | undefined)[];
}

const separation = /(?:\s|#[^\r\n]*)*/y;

/** Half of a pair, after a backslash that is not itself escaped. */
const surrogateEscape = /(?<!\\)(?:\\\\)*\\u[dD][89a-fA-F]/;

const number = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?$/;
const word =
  /^(?:true|false|yes|no|on|off|y|n|~|[nN][uU][lL][lL]|[-+]?(?:[iI][nN][fF](?:[iI][nN][iI][tT][yY])?|[nN][aA][nN]))$/;

/** Whether the engine takes the text without quotes for something else. */
function isNoText(text: string): boolean {
  return number.test(text) || word.test(text);
}

/**
 * Watches js-yaml read a text: collects its strings and refuses what the
 * engine would refuse or misread in silence.
 */
export class YamlWatcher {
  readonly strings = new Set<string>();
  readonly #text: string;
  readonly #maxDepth: number;
  readonly #open: OpenNode[] = [];
  readonly #mayHoldSurrogates: boolean;
  #documents = 0;

  constructor(text: string, maxDepth: number) {
    this.#text = text;
    this.#maxDepth = maxDepth;
    this.#mayHoldSurrogates = surrogateEscape.test(text);
  }

  /** To be passed to js-yaml. */
  readonly listener = (event: EventType, state: State): void => {
    if (event === 'open') {
      this.#onOpen(state.position);
    } else {
      this.#onClose(state as ParserState);
    }
  };

  /** The key that the map being read has twice, and where it was first. */
  findDouble(): { key: string; first: number } | undefined {
    const keys = this.#open
      .at(-1)
      ?.children.filter((_, index) => index % 2 === 0);
    const last = keys?.at(-1);
    const first = keys?.find(key => key?.text === last?.text);
    return first && first !== last
      ? { key: first.text, first: first.start }
      : undefined;
  }

  #onOpen(start: number): void {
    if (this.#open.length === 0) {
      this.#documents += 1;
      if (this.#documents > 1) {
        this.#refuse(
          'holds a second document',
          start,
          'put each into a file of its own',
        );
      }
    }
    // A scalar is a node too, and js-yaml reads some nodes as one in another.
    if (this.#open.length > this.#maxDepth + 1) {
      this.#refuse(
        `is nested more than ${this.#maxDepth} levels deep`,
        start,
        'take it apart',
      );
    }
    this.#open.push({ start, children: [] });
  }

  #onClose(state: ParserState): void {
    const { start, children } = this.#open.pop()!;
    const isNode = state.kind !== null;
    if (!isNode && this.#text[this.#skipSpace(start)] === '*') {
      this.#refuse(
        'uses an alias',
        this.#skipSpace(start),
        'write the value out, since CloudFormation and the policy engine read none',
      );
    }
    if (state.kind === 'mapping') {
      this.#checkKeys(children, Object.keys(state.result).length);
    }
    let scalar: Scalar | undefined;
    if (state.kind === 'scalar') {
      scalar = { text: state.result, plain: state.tag === '?', start };
      this.strings.add(scalar.text);
      this.#checkEscapes(start, state.position);
    }
    this.#open.at(-1)?.children.push(scalar);
  }

  /** `count` tells a map whose values are all written from `{a, b: c}`. */
  #checkKeys(children: OpenNode['children'], count: number): void {
    if (children.length !== 2 * count) {
      return;
    }
    for (let index = 0; index < children.length; index += 2) {
      const key = children[index];
      if (key?.plain && key.text === '<<') {
        this.#refuse(
          'merges maps with <<',
          key.start,
          'write the properties out, since CloudFormation and the policy engine read none',
        );
      }
      if (key?.plain && isNoText(key.text)) {
        this.#refuse(
          `has the key ${key.text}, which is no text,`,
          key.start,
          'put it in quotes',
        );
      }
    }
  }

  #checkEscapes(start: number, end: number): void {
    if (!this.#mayHoldSurrogates) {
      return;
    }
    const source = this.#text.slice(this.#skipSpace(start), end);
    if (source.startsWith('"') && surrogateEscape.test(source)) {
      this.#refuse(
        'writes one character as two \\u escapes',
        this.#skipSpace(start),
        'write the character itself, since the policy engine does not read such a pair',
      );
    }
  }

  #skipSpace(offset: number): number {
    separation.lastIndex = offset;
    return offset + (separation.exec(this.#text)?.[0].length ?? 0);
  }

  #refuse(what: string, offset: number, advice: string): never {
    const place = describePlace(placeOf(this.#text, offset));
    throw new DocumentError(`${what} at ${place}: ${advice}`);
  }
}
