import { Token, tokenize } from './tokenize';
import { TokenReader } from './TokenReader';

/** One part of a query: `.name`, `.*`, `[*]` or anything else in brackets. */
export type QueryPart =
  | { kind: 'key'; name: string }
  | { kind: 'all' }
  | { kind: 'brackets'; tokens: Token[] }
  | { kind: 'other' };

/** What a variable of the file stands for, as far as it can be told. */
export type Value =
  | { kind: 'root' }
  | { kind: 'strings'; values: string[] }
  | { kind: 'query'; parts: QueryPart[] }
  | { kind: 'other' };

export interface NamedRule {
  name: string;
  /** The conditions; undefined where the rule has none. */
  when?: Token[];
}

export interface ParameterizedRule {
  parameters: string[];
  body: Token[];
}

/** The skeleton of a Guard file. */
export interface GuardFile {
  /** Undefined for a name that is declared twice. */
  variables: Map<string, Value | undefined>;
  rules: NamedRule[];
  /** Undefined for a name that is declared twice. */
  parameterizedRules: Map<string, ParameterizedRule | undefined>;
  /** What is in the named rules and in the variables of the kind `other`. */
  scopes: Token[][];
}

/**
 * Reads what is at the top of a Guard file, without what is in its rules;
 * undefined where anything isn't understood, such as clauses outside of rules.
 */
export function parseGuardFile(source: string): GuardFile | undefined {
  const tokens = tokenize(source);
  if (!tokens) {
    return undefined;
  }
  const reader = new TokenReader(tokens);
  const file: GuardFile = {
    variables: new Map(),
    rules: [],
    parameterizedRules: new Map(),
    scopes: [],
  };
  while (!reader.isAtEnd) {
    const isRead = reader.take('word', 'let')
      ? readVariable(reader, file)
      : reader.take('word', 'rule') && readRule(reader, file);
    if (!isRead) {
      return undefined;
    }
  }
  return file;
}

function readVariable(reader: TokenReader, file: GuardFile): boolean {
  const name = reader.take('word');
  if (!name || !reader.take('symbol', '=', ':=')) {
    return false;
  }
  const start = reader.position;
  const value = readValue(reader);
  if (value?.kind === 'other') {
    file.scopes.push(reader.readSince(start));
  }
  file.variables.set(name, file.variables.has(name) ? undefined : value);
  return value !== undefined;
}

function readValue(reader: TokenReader): Value | undefined {
  const text = reader.take('string');
  if (text !== undefined) {
    // A string may also begin a query.
    return reader.peek('symbol', '.', '[')
      ? undefined
      : { kind: 'strings', values: [text] };
  }
  if (reader.peek('symbol', '[')) {
    const list = reader.takeGroup('[');
    return list && (readStrings(list) ?? { kind: 'other' });
  }
  if (
    reader.take('regex') !== undefined ||
    reader.take('number') ||
    reader.take('word', 'true', 'false') ||
    reader.takeGroup('{')
  ) {
    return { kind: 'other' };
  }
  return readQuery(reader);
}

/** The strings of a list that holds nothing else. */
export function readStrings(list: Token[]): Value | undefined {
  const strings = list.filter((_, index) => index % 2 === 0);
  const commas = list.filter((_, index) => index % 2 === 1);
  const isList =
    list.length % 2 === 1 &&
    strings.every(({ kind }) => kind === 'string') &&
    commas.every(({ kind, text }) => kind === 'symbol' && text === ',');
  return isList
    ? { kind: 'strings', values: strings.map(({ text }) => text) }
    : undefined;
}

function readQuery(reader: TokenReader): Value | undefined {
  if (reader.take('word', 'this')) {
    return reader.peek('symbol', '.', '[') ? undefined : { kind: 'root' };
  }
  // It tells what of a selection has to match, not what is selected.
  reader.take('word', 'some', 'SOME');
  const first = reader.take('word');
  if (!first || !isPlainKey(first)) {
    return undefined;
  }
  if (reader.peek('symbol', '(')) {
    return reader.takeGroup('(') && { kind: 'other' };
  }
  const parts: QueryPart[] = [{ kind: 'key', name: first }];
  while (reader.peek('symbol', '.', '[')) {
    const part = readPart(reader);
    if (!part) {
      return undefined;
    }
    parts.push(part);
  }
  return { kind: 'query', parts };
}

function readPart(reader: TokenReader): QueryPart | undefined {
  if (reader.take('symbol', '.')) {
    if (reader.take('symbol', '*')) {
      return { kind: 'all' };
    }
    const name = reader.take('word') ?? reader.take('string');
    if (name !== undefined) {
      return { kind: 'key', name };
    }
    return reader.take('variable') || reader.take('number')
      ? { kind: 'other' }
      : undefined;
  }
  const tokens = reader.takeGroup('[');
  if (tokens?.length === 1 && tokens[0].text === '*') {
    return tokens[0].kind === 'symbol' ? { kind: 'all' } : undefined;
  }
  return tokens && { kind: 'brackets', tokens };
}

/**
 * Whether a word where a query begins is certainly a key: the engine takes the
 * beginning of some longer words for one of these.
 */
export function isPlainKey(word: string): boolean {
  return !/^(?:this|some|when|keys|not|let|rule|true|false|null)/i.test(word);
}

function readRule(reader: TokenReader, file: GuardFile): boolean {
  const name = reader.take('word');
  if (!name) {
    return false;
  }
  if (reader.peek('symbol', '(')) {
    const parameters = reader.takeGroup('(')!;
    const body = reader.takeGroup('{');
    if (!body) {
      return false;
    }
    const names = parameters
      .filter(({ kind }) => kind === 'word')
      .map(({ text }) => text);
    const isDouble = file.parameterizedRules.has(name);
    file.parameterizedRules.set(
      name,
      isDouble ? undefined : { parameters: names, body },
    );
    return true;
  }
  const when = reader.take('word', 'when', 'WHEN')
    ? readConditions(reader)
    : undefined;
  const body = reader.takeGroup('{');
  if (!body) {
    return false;
  }
  file.rules.push({ name, when });
  file.scopes.push(when ?? [], body);
  return true;
}

/** Up to the rule's block; a map among the conditions reads as the block. */
function readConditions(reader: TokenReader): Token[] {
  const conditions: Token[] = [];
  while (!reader.isAtEnd && !reader.peek('symbol', '{')) {
    conditions.push(reader.takeAny());
  }
  return conditions;
}
