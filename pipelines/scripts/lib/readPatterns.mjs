import { Refusal } from './Refusal.mjs';

const MOST_PATTERNS = 20;

/**
 * The patterns of documents as the portal reads them: between commas, but not
 * those between braces, and none that leads out of what was built.
 */
export function readPatterns(text) {
  const patterns = (text.match(/(?:\{[^{}]*\}|[^,])+/g) ?? [])
    .map(pattern => pattern.trim().replace(/^(\.\/)+/, ''))
    .filter(pattern => pattern !== '');
  if (patterns.length === 0 || patterns.length > MOST_PATTERNS) {
    throw new Refusal(
      `The pipeline has to be told of 1 to ${MOST_PATTERNS} patterns of documents`,
    );
  }
  for (const pattern of patterns) {
    if (
      /[\p{Cc}\\()!]/u.test(pattern) ||
      /^(\/|[a-z][a-z0-9+.-]*:)/i.test(pattern) ||
      pattern.split(/[/{},]/).includes('..')
    ) {
      throw new Refusal(
        `The pattern '${pattern.slice(
          0,
          60,
        )}' isn't one of paths within what was built`,
      );
    }
  }
  return [...new Set(patterns)];
}
