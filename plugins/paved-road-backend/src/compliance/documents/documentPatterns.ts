import { InputError } from '@backstage/errors';
import { ANNOTATION_DOCUMENTS } from '@paved-road/backstage-plugin-paved-road-common';
import picomatch from 'picomatch';

const MOST_PATTERNS = 20;
const LONGEST_PATTERN = 200;
/** Each star can make a match slower; nobody needs more. */
const MOST_WILDCARDS = 8;

/**
 * The glob patterns of the annotation `paved-road.io/documents`, relative to
 * the entity's source location. The annotation is written by strangers: what
 * could lead out of the location, or cost too much to match, is refused.
 *
 * @throws InputError naming the pattern and what is wrong with it.
 */
export function readDocumentPatterns(annotation: string): string[] {
  const patterns = [
    ...new Set(
      splitPatterns(annotation)
        .map(pattern => pattern.trim().replace(/^(\.\/)+/, ''))
        .filter(pattern => pattern !== ''),
    ),
  ];
  if (patterns.length === 0) {
    throw refuse('names no document');
  }
  if (patterns.length > MOST_PATTERNS) {
    throw refuse(
      `has ${patterns.length} patterns, more than the ${MOST_PATTERNS} that are looked for`,
    );
  }
  for (const pattern of patterns) {
    const problem = problemOf(pattern);
    if (problem) {
      throw refuse(
        `has the pattern '${pattern.slice(0, 60)}', which ${problem}`,
      );
    }
  }
  return patterns;
}

/** Splits at commas, but not at those between braces: `{a,b}.yaml`. */
function splitPatterns(annotation: string): string[] {
  return annotation.match(/(?:\{[^{}]*\}|[^,])+/g) ?? [];
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
    return 'is absolute; patterns are relative to the source location';
  }
  if (/^[a-z][a-z0-9+.-]*:/i.test(pattern)) {
    return 'begins with a protocol; patterns are relative to the source location';
  }
  if (pattern.split(/[/{},]/).includes('..')) {
    return "leads out of the source location with '..'";
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
 * Tells whether a path, relative to the source location, is one of the
 * documents. Files and folders whose name begins with a point only match where
 * the pattern names the point.
 */
export function matchDocuments(patterns: string[]): (path: string) => boolean {
  return picomatch(patterns, { noextglob: true, nonegate: true });
}

function refuse(problem: string): InputError {
  return new InputError(`The annotation ${ANNOTATION_DOCUMENTS} ${problem}`);
}
