/** A named rule's declaration in a Guard source. */
export interface RuleDeclaration {
  name: string;
  /** 1-based. */
  line: number;
}

/** What the engine calls the clauses of a file that lie outside of any rule. */
export const UNNAMED_RULE = 'default';

/** Where a text that was never closed can't go on: the next rule begins here. */
const nextRule = '(?!\\n\\s*rule\\s+\\w+\\s*(?:when\\b|\\{))';

/** Comments, messages, strings and regular expressions, of bounded length. */
const opaque = new RegExp(
  [
    '#[^\\n]*',
    `<<(?:${nextRule}[\\s\\S]){0,10000}?>>`,
    `"(?:\\\\.|${nextRule}[^"\\\\]){0,5000}"`,
    `'(?:\\\\.|${nextRule}[^'\\\\]){0,5000}'`,
    '/(?:\\\\.|[^/\\\\\\n])*/',
  ].join('|'),
  'g',
);

/** Not a property called `rule` that a clause asks after, as in `rule exists`. */
const declaration =
  /(?<![\w.%])rule\s+(?!(?:exists|empty|in|not|is_[a-z]+)\b(?!\s*(?:\{|when\b)))([A-Za-z_]\w*)\s*(\()?/g;

/** Stands for a text that is a value, so that what comes after it is found. */
const VALUE = '~';

/**
 * The rules that a Guard source declares, in their order and with repetitions,
 * without the parameterised ones. Clauses outside of any rule are, as for the
 * engine, a rule called `default`. Also finds what it can in a source that
 * doesn't parse.
 */
export function findRuleDeclarations(text: string): RuleDeclaration[] {
  const source = text.replace(opaque, match =>
    (/^(#|<<)/.test(match) ? ' ' : VALUE).repeat(match.length),
  );
  const lineAt = (index: number) => text.slice(0, index).split('\n').length;
  const declarations: RuleDeclaration[] = [];
  for (const match of source.matchAll(declaration)) {
    const [, name, parameters] = match;
    if (!parameters) {
      declarations.push({ name, line: lineAt(match.index) });
    }
  }
  const unnamed = findUnnamedClause(source);
  if (unnamed !== undefined) {
    declarations.push({ name: UNNAMED_RULE, line: lineAt(unnamed) });
  }
  return declarations;
}

/** The index of the first clause outside of any rule. */
function findUnnamedClause(source: string): number | undefined {
  let index = skipSpace(source, 0);
  while (index < source.length) {
    if (matchAt(/rule\s/y, source, index)) {
      index = skipRule(source, index);
    } else {
      const assignment = matchAt(/let\s+\w+\s*:?=\s*/y, source, index);
      if (!assignment) {
        return index;
      }
      index = skipValue(source, index + assignment.length);
    }
    index = skipSpace(source, index);
  }
  return undefined;
}

function skipRule(source: string, start: number): number {
  let index = start;
  while (index < source.length && source[index] !== '{') {
    index = /[[(]/.test(source[index])
      ? skipBrackets(source, index)
      : index + 1;
  }
  // A map to compare with, in the rule's conditions, comes before the body.
  while (source[index] === '{') {
    index = skipSpace(source, skipBrackets(source, index));
  }
  return index;
}

function skipValue(source: string, start: number): number {
  let index = start + matchAt(/some\s+/y, source, start).length;
  for (;;) {
    const word = matchAt(/[^\s[({})\]]+/y, source, index);
    index += word.length;
    const next = skipSpace(source, index);
    if (/[[({]/.test(source[next] ?? '')) {
      index = skipBrackets(source, next);
    } else if (source[next] === '.') {
      index = next;
    } else if (!word.endsWith('.')) {
      return index;
    } else {
      index = next;
    }
  }
}

function skipBrackets(source: string, start: number): number {
  let depth = 0;
  for (let index = start; index < source.length; index++) {
    if (/[[({]/.test(source[index])) {
      depth++;
    } else if (/[\])}]/.test(source[index])) {
      depth--;
      if (depth === 0) {
        return index + 1;
      }
    }
  }
  return source.length;
}

function skipSpace(source: string, index: number): number {
  return index + matchAt(/\s*/y, source, index).length;
}

function matchAt(sticky: RegExp, source: string, index: number): string {
  sticky.lastIndex = index;
  return sticky.exec(source)?.[0] ?? '';
}
