import { FoundResource, ResourceFinder } from './ResourceFinder';

/** One resource as it is written. */
export interface ResourceSegment {
  /** Undefined for a resource that has to stay in any case. */
  type?: string;
  text: string;
  /** What stands for it, so that the rest stays where it is. */
  blank: string;
  /** What is between it and the next resource. */
  gap: string;
}

/**
 * A template in parts, so that it can be given to the engine without the
 * resources that a rule does not look at: evaluating a rule costs the more, the
 * more there is in the document. What stays has the lines and columns it had.
 */
export class ResourceSlices {
  readonly #before: string;
  readonly #segments: ResourceSegment[];
  readonly #after: string;

  constructor(before: string, segments: ResourceSegment[], after: string) {
    this.#before = before;
    this.#segments = segments;
    this.#after = after;
  }

  /**
   * The text with no resources but those of the types; undefined where none
   * would be left, which rules could take for no template.
   */
  textWith(types: ReadonlySet<string>): string | undefined {
    const parts: string[] = [];
    let isLast = true;
    for (const segment of [...this.#segments].reverse()) {
      const { gap } = segment;
      if (isKept(segment, types)) {
        parts.push(isLast ? gap.replace(',', ' ') : gap, segment.text);
        isLast = false;
      } else {
        parts.push(gap.replace(',', ' '), segment.blank);
      }
    }
    return isLast
      ? undefined
      : this.#before + parts.reverse().join('') + this.#after;
  }

  /** How long the text would be without what is blank. */
  sizeWith(types: ReadonlySet<string>): number {
    return this.#segments.reduce(
      (size, segment) =>
        isKept(segment, types) ? size + segment.text.length : size,
      this.#before.length + this.#after.length,
    );
  }
}

function isKept({ type }: ResourceSegment, types: ReadonlySet<string>) {
  return type === undefined || types.has(type);
}

/** Undefined where the text isn't written so that it can be taken apart safely. */
export function sliceResources(
  text: string,
  finder: ResourceFinder,
  typeOf: (key: string) => string | undefined,
): ResourceSlices | undefined {
  const { resources, next } = finder;
  if (!resources || resources.length < 2) {
    return undefined;
  }
  return text.slice(0, resources[0].start).trimEnd().endsWith('{')
    ? sliceFlow(text, resources, typeOf)
    : sliceLines(text, resources, next, typeOf);
}

const inLine = /[^\r\n\u0085\u2028\u2029]/gu;

/** `"A": {…}, "B": {…}` as in JSON. */
function sliceFlow(
  text: string,
  resources: FoundResource[],
  typeOf: (key: string) => string | undefined,
): ResourceSlices | undefined {
  const segments = resources.map(({ key, start, end }, index) => ({
    type: typeOf(key),
    text: text.slice(start, end),
    blank: text.slice(start, end).replace(inLine, ' '),
    gap: text.slice(end, resources[index + 1]?.start ?? end),
  }));
  const last = resources[resources.length - 1];
  const after = text.slice(last.end);
  const isPlain =
    segments.slice(0, -1).every(({ gap }) => /^\s*,\s*$/.test(gap)) &&
    segments.every(segment => /^["'A-Za-z0-9]/.test(segment.text)) &&
    /^\s*\}/.test(after);
  return isPlain
    ? new ResourceSlices(text.slice(0, resources[0].start), segments, after)
    : undefined;
}

/** Such a text would take the blank lines after it for its own. */
const keepsBlankLines = /[|>]\d?\+/;

/** Each key at the start of a line, as in YAML. */
function sliceLines(
  text: string,
  resources: FoundResource[],
  next: number | undefined,
  typeOf: (key: string) => string | undefined,
): ResourceSlices | undefined {
  const offsets = resources.map(({ start }) => lineStart(text, start));
  offsets.push(next === undefined ? text.length : lineStart(text, next));
  const indents = resources.map(({ start }, index) =>
    text.slice(offsets[index], start),
  );
  const isPlain =
    !keepsBlankLines.test(text) &&
    indents.every(indent => /^ +$/.test(indent) && indent === indents[0]) &&
    resources.every(({ start }) => /["'A-Za-z0-9]/.test(text[start])) &&
    (next === undefined || offsets[resources.length] === next);
  if (!isPlain) {
    return undefined;
  }
  const segments = resources.map(({ key }, index) => {
    const segment = text.slice(offsets[index], offsets[index + 1]);
    return {
      type: typeOf(key),
      text: segment,
      blank: segment.replace(inLine, ''),
      gap: '',
    };
  });
  return new ResourceSlices(
    text.slice(0, offsets[0]),
    segments,
    text.slice(offsets[resources.length]),
  );
}

function lineStart(text: string, offset: number): number {
  return Math.max(
    ...['\n', '\r', '\u0085', '\u2028', '\u2029'].map(
      lineBreak => text.lastIndexOf(lineBreak, offset - 1) + 1,
    ),
  );
}
