import { InputError } from '@backstage/errors';
import picomatch from 'picomatch';

const MOST_PATTERNS = 20;
const LONGEST_PATTERN = 200;
/** Each star can make a match slower; nobody needs more. */
const MOST_WILDCARDS = 8;
/** Of patterns: only *, **, ?, [] and {} say more than themselves. */
const MEANING = { noextglob: true, nonegate: true };

/**
 * The glob patterns of documents as the annotation `paved-road.io/documents`
 * has them, between commas, relative to where the documents lie. They are
 * written by strangers: what could lead out of there, or cost too much to
 * match, is refused.
 *
 * @param origin - where the patterns are written, the subject of the error
 * @throws InputError naming the pattern and what is wrong with it.
 * @public
 */
export function readDocumentPatterns(text: string, origin: string): string[] {
  const patterns = [
    ...new Set(
      splitPatterns(text)
        .map(pattern => pattern.trim().replace(/^(\.\/)+/, ''))
        .filter(pattern => pattern !== ''),
    ),
  ];
  if (patterns.length === 0) {
    throw new InputError(`${origin} names no document`);
  }
  if (patterns.length > MOST_PATTERNS) {
    throw new InputError(
      `${origin} has ${patterns.length} patterns, more than the ${MOST_PATTERNS} that are looked for`,
    );
  }
  for (const pattern of patterns) {
    const problem = problemOf(pattern);
    if (problem) {
      throw new InputError(
        `${origin} has the pattern '${pattern.slice(0, 60)}', which ${problem}`,
      );
    }
  }
  return patterns;
}

/** Splits at commas, but not at those between braces: `{a,b}.yaml`. */
function splitPatterns(text: string): string[] {
  return text.match(/(?:\{[^{}]*\}|[^,])+/g) ?? [];
}

function problemOf(pattern: string): string | undefined {
  if (pattern.length > LONGEST_PATTERN) {
    return `is longer than ${LONGEST_PATTERN} characters`;
  }
  // eslint-disable-next-line no-control-regex -- these are what is refused
  if (/[\u0000-\u001f\u007f\\]/.test(pattern)) {
    return 'has a backslash or a control character';
  }
  if (pattern.startsWith('/')) {
    return 'is absolute; patterns are relative paths';
  }
  if (/^[a-z][a-z0-9+.-]*:/i.test(pattern)) {
    return 'begins with a protocol; patterns are relative paths';
  }
  if (pattern.split(/[/{},]/).includes('..')) {
    return "leads out with '..'";
  }
  if (/[()!]/.test(pattern)) {
    return "uses '!' or parentheses; only *, **, ?, [] and {} have a meaning";
  }
  if ((pattern.match(/\*+|\?|\[|\{/g) ?? []).length > MOST_WILDCARDS) {
    return `has more than ${MOST_WILDCARDS} wildcards`;
  }
  return undefined;
}

/**
 * Tells whether a relative path is one of the documents. Files and folders
 * whose name begins with a point only match where the pattern names the point.
 *
 * @public
 */
export function matchDocuments(patterns: string[]): (path: string) => boolean {
  return picomatch(patterns, MEANING);
}

/**
 * Tells whether documents may lie below a relative directory, so that nobody
 * has to look into the others.
 *
 * @public
 */
export function matchDocumentDirectories(
  patterns: string[],
): (directory: string) => boolean {
  const routes = patterns.map(readRoute);
  return directory => {
    const names = directory.split('/');
    return routes.some(route => mayLeadThrough(route, names));
  };
}

/** One step for each name of a path; `undefined` where any depth may follow. */
type Route = (((name: string) => boolean) | undefined)[];

function readRoute(pattern: string): Route {
  if (/\{[^}]*\//.test(pattern)) {
    return [undefined];
  }
  return pattern
    .split('/')
    .map(step =>
      ['', '.'].includes(step) || step.includes('**')
        ? undefined
        : picomatch(step, MEANING),
    );
}

function mayLeadThrough(route: Route, names: string[]): boolean {
  const depth = route.indexOf(undefined);
  const known = depth < 0 ? route.length : depth;
  return (
    (depth >= 0 || names.length < known) &&
    names.slice(0, known).every((name, index) => route[index]!(name))
  );
}
