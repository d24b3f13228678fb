/** A line of a CODEOWNERS file that gives something to somebody. */
interface OwnersLine {
  /** 1-based. */
  number: number;
  pattern: string;
  owners: string[];
}

/** Why a path isn't the platform's. */
export type OwnersGap =
  /** No line gives the path to the platform. */
  | { path: string; line?: undefined }
  /** A line gives it, or something below it, to others. */
  | { path: string; line: number; pattern: string };

/**
 * The paths that aren't the team's alone: in a CODEOWNERS file the last line
 * that matches counts. What isn't surely the team's is counted as a gap: a line
 * that may match a workflow does, whatever the files are called today.
 *
 * @param paths - with a slash in front; with one at the end, a folder of workflows
 */
export function ownersGaps(
  text: string,
  paths: string[],
  team: string,
): OwnersGap[] {
  const lines = linesOf(text).reverse();
  return paths.flatMap((path): OwnersGap[] => {
    const target = targetOf(path);
    for (const { number, owners, pattern } of lines) {
      const isTeams =
        owners.length > 0 &&
        owners.every(owner => owner.toLowerCase() === team.toLowerCase());
      if (isTeams ? covers(pattern, target) : mayMatch(pattern, target)) {
        return isTeams ? [] : [{ path, line: number, pattern }];
      }
    }
    return [{ path }];
  });
}

function linesOf(text: string): OwnersLine[] {
  return text.split('\n').flatMap((line, index) => {
    const [pattern, ...rest] = line.trim().split(/\s+/);
    const comment = rest.findIndex(word => word.startsWith('#'));
    return pattern && !pattern.startsWith('#')
      ? {
          number: index + 1,
          pattern,
          owners: comment === -1 ? rest : rest.slice(0, comment),
        }
      : [];
  });
}

/** Stands for a workflow of any name: GitHub runs what ends in .yml or .yaml. */
const ANY_WORKFLOW = Symbol('workflow');

type Target = (string | typeof ANY_WORKFLOW)[];

function targetOf(path: string): Target {
  const names = path.split('/').filter(Boolean);
  return path.endsWith('/') ? [...names, ANY_WORKFLOW] : names;
}

/** A slash anywhere but at the end binds a pattern to the repository's root. */
function isRooted(pattern: string): boolean {
  return pattern.replace(/\/$/, '').includes('/');
}

/** Whether a pattern surely matches all of the target. */
function covers(pattern: string, target: Target): boolean {
  if (['*', '**', '/**'].includes(pattern)) {
    return true;
  }
  const names = pattern.split('/').filter(Boolean);
  // A slash at the end keeps a pattern to folders.
  const within = pattern.endsWith('/') ? target.slice(0, -1) : target;
  return isRooted(pattern)
    ? names.length > 0 && names.every((name, index) => name === within[index])
    : within.includes(names[0]);
}

/** Whether a pattern may match something of the target, or a folder above it. */
function mayMatch(pattern: string, target: Target): boolean {
  // What GitHub reads otherwise than it looks, or not at all.
  if (/[\\[\]!]/.test(pattern) || pattern.length > 500) {
    return true;
  }
  const parts = pattern.split('/').filter(Boolean);
  return partsMayMatch(isRooted(pattern) ? parts : ['**', ...parts], target);
}

function partsMayMatch(parts: string[], target: Target): boolean {
  const [part, ...rest] = parts;
  if (part === undefined) {
    return true;
  }
  if (part === '**') {
    return (
      rest.every(other => other === '**') ||
      target.some((_, index) => partsMayMatch(rest, target.slice(index)))
    );
  }
  const [name, ...below] = target;
  return (
    name !== undefined && nameMayMatch(part, name) && partsMayMatch(rest, below)
  );
}

function nameMayMatch(part: string, name: Target[number]): boolean {
  if (name !== ANY_WORKFLOW) {
    return toExpression(part).test(name);
  }
  const end = part.slice(
    Math.max(part.lastIndexOf('*'), part.lastIndexOf('?')) + 1,
  );
  return ['.yml', '.yaml'].some(
    ending => end.endsWith(ending) || (end !== part && ending.endsWith(end)),
  );
}

/** Names are case-sensitive on GitHub. */
function toExpression(part: string): RegExp {
  const literals = part
    .replace(/\*+/g, '*')
    .split(/([*?])/)
    .map(piece => {
      if (piece === '*') {
        return '[^/]*';
      }
      return piece === '?' ? '[^/]' : piece.replace(/[.+^${}()|]/g, '\\$&');
    });
  return new RegExp(`^${literals.join('')}$`);
}
