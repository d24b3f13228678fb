import { InputError } from '@backstage/errors';
import { isRecord } from '../../documents/isRecord';

/**
 * The conditions' names, each after those that it refers to, so that none has
 * to be evaluated from within another.
 *
 * @throws InputError where conditions refer to one another in a circle.
 */
export function orderConditions(
  definitions: ReadonlyMap<string, unknown>,
): string[] {
  const ordered = new Set<string>();
  for (const first of definitions.keys()) {
    const open = new Map<string, string[]>();
    const path = ordered.has(first) ? [] : [first];
    while (path.length > 0) {
      const name = path[path.length - 1];
      const waiting = open.get(name) ?? referencesOf(definitions.get(name));
      open.set(name, waiting);
      const next = waiting.pop();
      if (next === undefined) {
        ordered.add(name);
        open.delete(name);
        path.pop();
      } else if (open.has(next)) {
        throw new InputError(describeCircle(path.slice(path.indexOf(next))));
      } else if (definitions.has(next) && !ordered.has(next)) {
        path.push(next);
      }
    }
  }
  return [...ordered];
}

/** The conditions that a condition names, anywhere in it. */
function referencesOf(node: unknown): string[] {
  const names = new Set<string>();
  const visit = (part: unknown): void => {
    if (Array.isArray(part)) {
      part.forEach(visit);
    } else if (isRecord(part)) {
      const choice = part['Fn::If'];
      const named = Array.isArray(choice) ? choice[0] : part.Condition;
      if (typeof named === 'string') {
        names.add(named);
      }
      Object.values(part).forEach(visit);
    }
  };
  visit(node);
  return [...names];
}

function describeCircle(names: string[]): string {
  const [first, ...others] = names;
  if (others.length === 0) {
    return `The template's condition ${first} refers to itself`;
  }
  const more = others.length > 5 ? ' and more' : '';
  return `The template's condition ${first} refers to itself by way of ${others
    .slice(0, 5)
    .join(', ')}${more}`;
}
