import { isLookup, isPresenceCheck, stringsOf } from './documentRules';
import { GuardFile, ParameterizedRule, parseGuardFile } from './parseGuardFile';
import { typesOfQuery } from './queries';
import { Token } from './tokenize';

/**
 * The types of the resources that a Guard source looks at: without the others a
 * document says the same to it. Undefined where the source does not prove it.
 *
 * A source reaches resources through its own variables, `Resources.*[ Type ==
 * … ]`, and in no other way if nothing else in it names `Resources` or can
 * stand for the whole document.
 */
export function proveFootprint(source: string): string[] | undefined {
  const file = parseGuardFile(source);
  if (!file) {
    return undefined;
  }
  const types = [...file.variables.values()].map(value => {
    if (value?.kind !== 'query') {
      return value && [];
    }
    const [section] = value.parts;
    return section.kind === 'key' && !isResources(section.name)
      ? []
      : typesOfQuery(value.parts, file);
  });
  const rules = [...file.parameterizedRules.values()];
  const inScopes = withoutHidden(file);
  const isProven =
    types.every(each => each !== undefined) &&
    rules.every(rule => rule && isHarmless(rule, inScopes)) &&
    file.scopes.every(scope => isInside(scope, inScopes));
  return isProven ? [...new Set(types.flatMap(each => each ?? []))] : undefined;
}

/** Parameters and variables within rules hide constants of the file. */
function withoutHidden(file: GuardFile): GuardFile {
  const rules = [...file.parameterizedRules.values()];
  const scopes = [...file.scopes, ...rules.map(rule => rule?.body ?? [])];
  const hidden = new Set([
    ...rules.flatMap(rule => rule?.parameters ?? []),
    ...scopes.flatMap(tokens =>
      tokens
        .filter((_, index) => /^let$/i.test(tokens[index - 1]?.text))
        .map(({ text }) => text),
    ),
  ]);
  const variables = [...file.variables].filter(
    ([name, value]) => value?.kind !== 'strings' || !hidden.has(name),
  );
  return { ...file, variables: new Map(variables) };
}

/** What of the document is there is asked of the whole document. */
function isHarmless(rule: ParameterizedRule, file: GuardFile): boolean {
  return isPresenceCheck(rule) || isLookup(rule) || isInside(rule.body, file);
}

/** The engine also finds keys in another case, and by their plural. */
function isResources(text: string): boolean {
  return text
    .toLowerCase()
    .replace(/[^a-z]/g, '')
    .startsWith('resources');
}

/** Whether the tokens reach no further into the document than variables lead. */
function isInside(tokens: Token[], file: GuardFile): boolean {
  /** For each open bracket whether `this` is a part of the document in it. */
  const inParts = [false];
  let conditions = false;
  return tokens.every((token, index) => {
    const { kind, text } = token;
    const inPart = inParts[inParts.length - 1];
    switch (kind) {
      case 'variable':
        return (
          file.variables.get(text)?.kind !== 'root' ||
          isCallOnRoot(tokens, index, file) ||
          isOtherSection(tokens, index, file)
        );
      case 'string':
        return !isResources(text);
      case 'word':
        conditions ||= /^when$/i.test(text);
        return (
          !isResources(text) &&
          (inPart ||
            !/^(?:this|keys)/i.test(text) ||
            (text === 'this' && isOtherSection(tokens, index, file)))
        );
      case 'symbol':
        if (text === '{') {
          // A block of conditions leaves `this` what it was.
          inParts.push(inPart || !conditions);
          conditions = false;
        } else if (text === '[') {
          inParts.push(true);
        } else if (text === '(') {
          inParts.push(inPart);
        } else if (/^[)\]}]$/.test(text)) {
          inParts.pop();
        }
        // A type begins a block, a star a query of all there is.
        return text !== ':' && (text !== '*' || isWithinQuery(tokens, index));
      default:
        return true;
    }
  });
}

function isWithinQuery(tokens: Token[], index: number): boolean {
  const before = tokens[index - 1];
  return before?.kind === 'symbol' && /^[.[]$/.test(before.text);
}

/** `is_cfn_template(%doc)` or `is_cfn_hook(%doc, %TYPE)` */
function isCallOnRoot(
  tokens: Token[],
  index: number,
  file: GuardFile,
): boolean {
  const [name, open] = tokens.slice(Math.max(0, index - 2), index);
  const rule =
    name?.kind === 'word' && open?.text === '('
      ? file.parameterizedRules.get(name.text)
      : undefined;
  const [next, key, end] = tokens.slice(index + 1, index + 4);
  if (!rule || !next) {
    return false;
  }
  if (next.text === ')') {
    return isPresenceCheck(rule);
  }
  return (
    next.text === ',' &&
    end?.text === ')' &&
    isOtherKey(key, file) &&
    isLookup(rule)
  );
}

/** `%doc.%TYPE` or `this.%TYPE`, of which no value is `Resources`. */
function isOtherSection(
  tokens: Token[],
  index: number,
  file: GuardFile,
): boolean {
  const [dot, key] = tokens.slice(index + 1, index + 3);
  return dot?.text === '.' && isOtherKey(key, file);
}

function isOtherKey(key: Token | undefined, file: GuardFile): boolean {
  const values = key && stringsOf(key, file);
  return values !== undefined && !values.some(isResources);
}
