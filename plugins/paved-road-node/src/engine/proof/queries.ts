import {
  GuardFile,
  isPlainKey,
  QueryPart,
  readStrings,
} from './parseGuardFile';
import { Token } from './tokenize';
import { TokenReader } from './TokenReader';

/**
 * The strings of which a document must hold one for the query to select
 * anything; undefined where the query doesn't prove it. What follows the first
 * such filter never runs without.
 */
export function neededByQuery(
  parts: QueryPart[],
  file: GuardFile,
): string[] | undefined {
  const filter = parts.find(
    ({ kind }) => kind === 'brackets' || kind === 'other',
  );
  return filter?.kind === 'brackets'
    ? neededByFilter(filter.tokens, file)
    : undefined;
}

/**
 * The types of the resources that `Resources.*[ Type == … ]` can select;
 * undefined where the query may select others too.
 */
export function typesOfQuery(
  [section, ...rest]: QueryPart[],
  file: GuardFile,
): string[] | undefined {
  // The engine filters the values of a map without the star, too.
  const filter = rest[0]?.kind === 'all' ? rest[1] : rest[0];
  return section?.kind === 'key' &&
    section.name === 'Resources' &&
    filter?.kind === 'brackets'
    ? neededByFilter(filter.tokens, file, keys => keys.join('.') === 'Type')
    : undefined;
}

/**
 * `Type == 'AWS::S3::Bucket'`, with further clauses of forms that can't end in
 * an error.
 */
function neededByFilter(
  tokens: Token[],
  file: GuardFile,
  isMeant: (keys: string[]) => boolean = () => true,
): string[] | undefined {
  const reader = new TokenReader(tokens);
  let needs: string[] | undefined;
  while (!reader.isAtEnd) {
    const alternatives: (string[] | undefined)[] = [];
    do {
      const clause = readClause(reader, file, isMeant);
      if (!clause) {
        return undefined;
      }
      alternatives.push(clause.needs);
    } while (reader.take('word', 'or', 'OR'));
    if (!needs && alternatives.every(each => each !== undefined)) {
      needs = alternatives.flat();
    }
  }
  return needs;
}

function readClause(
  reader: TokenReader,
  file: GuardFile,
  isMeant: (keys: string[]) => boolean,
): { needs?: string[] } | undefined {
  const path = readPath(reader);
  if (!path) {
    return undefined;
  }
  const needing = (values: string[], isOtherwise: boolean) =>
    path.isPlain && !isOtherwise && isMeant(path.keys) ? { needs: values } : {};
  const isNegated =
    reader.take('word', 'not', 'NOT') ?? reader.take('symbol', '!');
  if (reader.take('word', 'exists', 'EXISTS')) {
    return {};
  }
  if (reader.take('word', 'in', 'IN')) {
    const values = readList(reader, file);
    return values && needing(values, isNegated !== undefined);
  }
  const operator = isNegated ? undefined : reader.take('symbol', '==', '!=');
  if (!operator) {
    return undefined;
  }
  if (reader.take('word', 'true', 'false') ?? reader.take('number')) {
    return {};
  }
  const values = readString(reader, file);
  return values && needing(values, operator === '!=');
}

interface Path {
  /** Keys alone, which lead to one value or to none. */
  isPlain: boolean;
  keys: string[];
}

function readPath(reader: TokenReader): Path | undefined {
  const first = reader.take('word');
  if (!first || !isPlainKey(first)) {
    return undefined;
  }
  const path: Path = { isPlain: true, keys: [first] };
  for (;;) {
    if (reader.peek('symbol', '[')) {
      const group = reader.takeGroup('[');
      if (group?.length !== 1 || group[0].text !== '*') {
        return undefined;
      }
      path.isPlain = false;
    } else if (!reader.take('symbol', '.')) {
      return path;
    } else if (reader.take('symbol', '*')) {
      path.isPlain = false;
    } else {
      const key = reader.take('word') ?? reader.take('string');
      if (key === undefined) {
        return undefined;
      }
      path.keys.push(key);
    }
  }
}

function readString(
  reader: TokenReader,
  file: GuardFile,
): string[] | undefined {
  const text = reader.take('string');
  if (text !== undefined) {
    return [text];
  }
  return readConstant(reader, file, 1);
}

function readList(reader: TokenReader, file: GuardFile): string[] | undefined {
  if (reader.peek('symbol', '[')) {
    const value = readStrings(reader.takeGroup('[') ?? []);
    return value?.kind === 'strings' ? value.values : undefined;
  }
  return readConstant(reader, file);
}

/** A variable alone: what follows it in dots or brackets would belong to it. */
function readConstant(
  reader: TokenReader,
  file: GuardFile,
  count?: number,
): string[] | undefined {
  const variable = reader.take('variable');
  const value =
    variable === undefined ? undefined : file.variables.get(variable);
  return value?.kind === 'strings' &&
    (count ?? value.values.length) === value.values.length &&
    !reader.peek('symbol', '.', '[')
    ? value.values
    : undefined;
}
