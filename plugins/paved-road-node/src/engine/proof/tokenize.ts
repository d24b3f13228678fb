/** A piece of a Guard source; `text` is a string's or a variable's own. */
export interface Token {
  kind: 'word' | 'variable' | 'string' | 'regex' | 'number' | 'symbol';
  text: string;
}

/**
 * In Guard a backslash before the closing mark always escapes it, even where
 * another backslash precedes.
 */
const patterns: [RegExp, Token['kind'] | undefined][] = [
  [/(?:[ \t\r\n]|#[^\n]*)+/y, undefined],
  [/<<[^]*?>>/y, undefined],
  [/"((?:\\"|[^"])*)(?<!\\)"/y, 'string'],
  [/'((?:\\'|[^'])*)(?<!\\)'/y, 'string'],
  [/\/((?:\\\/|[^/])+)(?<!\\)\//y, 'regex'],
  [/%([A-Za-z][A-Za-z0-9_]*)/y, 'variable'],
  [/([A-Za-z][A-Za-z0-9_]*)/y, 'word'],
  [/(\d+(?:\.\d+)?)/y, 'number'],
  [/(==|!=|>=|<=|:=|[-=<>!.,:|*()[\]{}])/y, 'symbol'],
];

/**
 * The pieces of a Guard source without white space, comments and messages;
 * undefined where some of it isn't certain to be read as the engine does.
 */
export function tokenize(source: string): Token[] | undefined {
  const tokens: Token[] = [];
  let offset = 0;
  while (offset < source.length) {
    const read = readAt(source, offset);
    if (!read) {
      return undefined;
    }
    offset = read.end;
    if (read.token) {
      tokens.push(read.token);
    }
  }
  return tokens;
}

function readAt(
  source: string,
  offset: number,
): { end: number; token?: Token } | undefined {
  for (const [pattern, kind] of patterns) {
    pattern.lastIndex = offset;
    const match = pattern.exec(source);
    if (match) {
      const end = pattern.lastIndex;
      // The ends of a range may be any characters, quotes and braces too.
      if (match[1] === 'r' && kind === 'word' && /[[(]/.test(source[end])) {
        return undefined;
      }
      return {
        end,
        token: kind && { kind, text: unescape(match[1], kind) },
      };
    }
  }
  return undefined;
}

function unescape(text: string, kind: Token['kind']): string {
  return kind === 'string' ? text.replace(/\\(["'])/g, '$1') : text;
}
