import {
  Document,
  isMap,
  isScalar,
  Pair,
  ParsedNode,
  Scalar,
  stringify,
  YAMLMap,
} from 'yaml';

/** A part of the text, and what stands there afterwards. */
export interface Edit {
  start: number;
  end: number;
  insert: string;
}

type Entry = Pair<Scalar.Parsed, ParsedNode | null>;
type Entries = Record<string, string>;

/**
 * What to change in the text so that an entity has the annotations;
 * `undefined` where it is written in an unusual way.
 */
export function editsOf(
  text: string,
  document: Document.Parsed,
  annotations: Entries,
): Edit[] | undefined {
  const root = document.contents;
  const metadata = isMap(root) ? entryOf(root, 'metadata') : undefined;
  if (!metadata || !isMap(metadata.value)) {
    return undefined;
  }
  const entry = entryOf(metadata.value, 'annotations');
  if (!entry) {
    return [addMap(text, metadata, annotations)];
  }
  const { value } = entry;
  if (isMap(value) && value.items.length > 0) {
    return editMap(text, entry, value, annotations);
  }
  const isEmpty = isMap(value) || (isScalar(value) && value.value === null);
  return isEmpty ? [fillMap(text, metadata, entry, annotations)] : undefined;
}

function entryOf(map: YAMLMap, key: string): Entry | undefined {
  return (map.items as Entry[]).find(
    item => isScalar(item.key) && item.key.value === key,
  );
}

/** `annotations` after the name, or first where it is all on one line. */
function addMap(text: string, metadata: Entry, annotations: Entries): Edit {
  const map = metadata.value as YAMLMap.Parsed;
  if (map.flow) {
    const entries = `"annotations": { ${flowEntries(annotations)} }`;
    return insertAt(map.range[0] + 1, ` ${entries},`);
  }
  const name = entryOf(map, 'name')!;
  const indent = columnOf(text, name.key);
  const lines = [
    `${indent}annotations:`,
    ...blockLines(annotations, indent + stepOf(text, metadata, indent)),
  ];
  return insertLines(text, name.value!.range[1], lines);
}

/** Fills `annotations:`, `annotations: null` and `annotations: {}`. */
function fillMap(
  text: string,
  metadata: Entry,
  { key, value }: Entry,
  annotations: Entries,
): Edit {
  const colon = text.indexOf(':', key.range[1]) + 1;
  const end = Math.max(colon, value?.range[1] ?? colon);
  if ((metadata.value as YAMLMap).flow) {
    const insert = ` { ${flowEntries(annotations)} }`;
    return { start: colon, end, insert };
  }
  const indent = columnOf(text, key);
  const lines = blockLines(
    annotations,
    indent + stepOf(text, metadata, indent),
  );
  const newline = newlineOf(text);
  return { start: colon, end, insert: newline + lines.join(newline) };
}

/** Sets what is there, and adds what isn't before the others. */
function editMap(
  text: string,
  entry: Entry,
  map: YAMLMap,
  annotations: Entries,
): Edit[] {
  const missing: Entries = {};
  const edits: Edit[] = [];
  for (const [key, value] of Object.entries(annotations)) {
    const known = entryOf(map, key);
    if (!known) {
      missing[key] = value;
    } else if (isScalar(known.value) && known.value.value !== value) {
      const [start, end] = known.value.range;
      const space = start === known.key.range[1] + 1 ? ' ' : '';
      const insert = map.flow ? JSON.stringify(value) : scalarText(value);
      edits.push({ start, end, insert: space + insert });
    }
  }
  if (Object.keys(missing).length === 0) {
    return edits;
  }
  const [first] = map.items as Entry[];
  return [
    ...edits,
    map.flow
      ? insertAt(map.range![0] + 1, ` ${flowEntries(missing)},`)
      : insertLines(
          text,
          entry.key.range[1],
          blockLines(missing, columnOf(text, first.key)),
        ),
  ];
}

function insertAt(start: number, insert: string): Edit {
  return { start, end: start, insert };
}

/** After the line that `offset` is in, which may be the last. */
function insertLines(text: string, offset: number, lines: string[]): Edit {
  const newline = newlineOf(text);
  const block = lines.join(newline);
  const end = text.indexOf('\n', offset);
  return end < 0
    ? insertAt(text.length, newline + block)
    : insertAt(end + 1, block + newline);
}

function flowEntries(entries: Entries): string {
  return JSON.stringify(entries, undefined, 1)
    .slice(1, -1)
    .trim()
    .replace(/\n\s*/g, ' ');
}

function blockLines(entries: Entries, indent: string): string[] {
  return Object.entries(entries).map(
    ([key, value]) => `${indent}${key}: ${scalarText(value)}`,
  );
}

/** In quotes where it would be read as something else than a text. */
function scalarText(value: string): string {
  return stringify(value, { lineWidth: 0 }).trimEnd();
}

/** The spaces before a key of a block. */
function columnOf(text: string, { range }: Scalar.Parsed): string {
  const start = text.lastIndexOf('\n', range[0] - 1) + 1;
  return ' '.repeat(range[0] - start);
}

/** By how much the file goes in for each level. */
function stepOf(text: string, metadata: Entry, indent: string): string {
  return indent.slice(columnOf(text, metadata.key).length);
}

function newlineOf(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}
