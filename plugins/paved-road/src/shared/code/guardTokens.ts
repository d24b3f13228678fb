export type GuardTokenKind =
  | 'keyword'
  | 'string'
  | 'regex'
  | 'comment'
  | 'message'
  | 'variable'
  | 'number'
  | 'text';

export interface GuardToken {
  kind: GuardTokenKind;
  text: string;
}

const KEYWORDS = new Set([
  'rule',
  'when',
  'let',
  'exists',
  'empty',
  'not',
  'in',
  'some',
  'or',
  'this',
  'keys',
  'true',
  'false',
  'null',
  'is_string',
  'is_list',
  'is_struct',
  'is_bool',
  'is_int',
  'is_float',
  'is_null',
]);

/** Tried in this order at every place; none looks far without taking it. */
const PATTERNS: [kind: GuardTokenKind | 'word', pattern: RegExp][] = [
  ['comment', /#[^\n]*/y],
  ['message', /<<[\s\S]*?(?:>>|$)/y],
  ['string', /"(?:[^"\\\n]|\\.)*"?|'(?:[^'\\\n]|\\.)*'?/y],
  ['regex', /\/(?:[^/\\\n]|\\.){1,1000}\//y],
  ['variable', /%[A-Za-z_]\w*/y],
  ['word', /[A-Za-z_][\w-]*/y],
  ['number', /\d+(?:\.\d+)?/y],
];

const DECLARATION = /\blet\s+$/;

/**
 * CloudFormation Guard source as coloured pieces, line by line. The texts of
 * all pieces, joined, are the source, whatever it is: what is no Guard comes
 * out as plain text.
 */
export function guardTokens(source: string): GuardToken[][] {
  const lines: GuardToken[][] = [[]];
  for (const token of scan(source)) {
    token.text.split('\n').forEach((part, index) => {
      if (index > 0) {
        lines.push([]);
      }
      if (part !== '') {
        append(lines[lines.length - 1], { kind: token.kind, text: part });
      }
    });
  }
  return lines;
}

function append(line: GuardToken[], token: GuardToken) {
  const last = line[line.length - 1];
  if (last?.kind === 'text' && token.kind === 'text') {
    last.text += token.text;
  } else {
    line.push(token);
  }
}

function* scan(source: string): Generator<GuardToken> {
  let position = 0;
  while (position < source.length) {
    const token = tokenAt(source, position);
    yield token;
    position += token.text.length;
  }
}

function tokenAt(source: string, position: number): GuardToken {
  for (const [kind, pattern] of PATTERNS) {
    pattern.lastIndex = position;
    const text = pattern.exec(source)?.[0];
    if (text) {
      return {
        kind: kind === 'word' ? wordKind(source, position, text) : kind,
        text,
      };
    }
  }
  return { kind: 'text', text: source[position] };
}

/** A keyword is one only where it is no part of a path such as `Rule.when`. */
function wordKind(
  source: string,
  position: number,
  word: string,
): GuardTokenKind {
  const before = source[position - 1];
  if (before === '.' || before === '-') {
    return 'text';
  }
  if (KEYWORDS.has(word.toLowerCase())) {
    return 'keyword';
  }
  const lead = source.slice(Math.max(0, position - 24), position);
  return DECLARATION.test(lead) ? 'variable' : 'text';
}
