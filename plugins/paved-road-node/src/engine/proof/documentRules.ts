import { GuardFile, ParameterizedRule } from './parseGuardFile';
import { Token } from './tokenize';

/** The strings that a token stands for: itself, or a variable of the file. */
export function stringsOf(
  { kind, text }: Token,
  file: GuardFile,
): string[] | undefined {
  if (kind === 'string') {
    return [text];
  }
  const value = kind === 'variable' ? file.variables.get(text) : undefined;
  return value?.kind === 'strings' ? value.values : undefined;
}

/** `%doc { A exists or B exists }` */
export function isPresenceCheck({
  parameters,
  body,
}: ParameterizedRule): boolean {
  const [doc, open, ...rest] = body;
  if (parameters.length !== 1 || !is(doc, 'variable', parameters[0])) {
    return false;
  }
  const clauses = rest.slice(0, -1);
  return (
    is(open, 'symbol', '{') &&
    is(rest[rest.length - 1], 'symbol', '}') &&
    clauses.length % 3 === 2 &&
    clauses.every(({ kind, text }, index) => {
      const expected = [undefined, 'exists', 'or'][index % 3];
      return kind === 'word' && (expected === undefined || text === expected);
    })
  );
}

/** `%doc.%KEY.property exists` */
export function isLookup({ parameters, body }: ParameterizedRule): boolean {
  const [doc, dot, key, secondDot, property, exists, ...rest] = body;
  return (
    parameters.length === 2 &&
    rest.length === 0 &&
    is(doc, 'variable', parameters[0]) &&
    is(dot, 'symbol', '.') &&
    is(key, 'variable', parameters[1]) &&
    is(secondDot, 'symbol', '.') &&
    property?.kind === 'word' &&
    is(exists, 'word', 'exists')
  );
}

function is(
  token: Token | undefined,
  kind: Token['kind'],
  text: string,
): boolean {
  return token?.kind === kind && token.text === text;
}
