import { EventType, State } from 'js-yaml';

/** What js-yaml tells its listener beyond its published type. */
type ParserState = State & { tag: string | null };

interface Node {
  /** Offsets into the text; space and comments may come before the start. */
  start: number;
  end: number;
  /** Of a scalar. */
  text?: string;
}

/** Where a resource is written: from its key to the end of its value. */
export interface FoundResource {
  key: string;
  start: number;
  end: number;
}

/** Watches js-yaml read a template, and notes where each resource is written. */
export class ResourceFinder {
  readonly #open: { start: number; children: Node[] }[] = [];
  readonly #tagged = new Set<string>();
  #resources?: FoundResource[];
  /** Where the first key of the root after the resources begins. */
  #next?: number;

  /** To be passed to js-yaml. */
  readonly listener = (event: EventType, state: State): void => {
    if (event === 'open') {
      this.#open.push({ start: state.position, children: [] });
    } else {
      this.#onClose(state as ParserState);
    }
  };

  /** In their order; undefined where they were not found. */
  get resources(): FoundResource[] | undefined {
    return this.#resources;
  }

  get next(): number | undefined {
    return this.#next;
  }

  /** Whether some scalar with this text has a tag, such as `!Ref`. */
  isTagged(text: string): boolean {
    return this.#tagged.has(text);
  }

  #onClose({ kind, position, result, tag }: ParserState): void {
    const { start, children } = this.#open.pop()!;
    const isScalar = kind === 'scalar';
    if (isScalar && tag !== null && tag !== '?') {
      this.#tagged.add(result);
    }
    const parent = this.#open.at(-1);
    // js-yaml begins a document of JSON twice.
    const isInRoot = this.#open
      .slice(0, -1)
      .every(outer => outer.children.length === 0);
    if (parent && isInRoot) {
      if (kind === 'mapping' && parent.children.at(-1)?.text === 'Resources') {
        this.#resources = pairsOf(children, Object.keys(result).length);
      } else if (isScalar && this.#resources) {
        this.#next ??= start;
      }
    }
    parent?.children.push({
      start,
      end: position,
      text: isScalar ? result : undefined,
    });
  }
}

/** Undefined where the nodes are not keys and values in turn. */
function pairsOf(nodes: Node[], count: number): FoundResource[] | undefined {
  const resources = nodes.flatMap(({ start, text }, index) => {
    const value = nodes[index + 1];
    return index % 2 === 0 && text !== undefined && value
      ? [{ key: text, start, end: value.end }]
      : [];
  });
  return nodes.length === 2 * count && resources.length === count
    ? resources
    : undefined;
}
