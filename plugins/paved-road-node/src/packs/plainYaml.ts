import { FAILSAFE_SCHEMA, load, YAMLException } from 'js-yaml';

/** Many times what a person writes, and little enough for any machine. */
const MAX_NODES = 10_000;

/**
 * Reads YAML in which every scalar is text: no dates, no numbers, no types.
 *
 * @throws Error naming the place of what is not YAML, or where aliases blow it up.
 */
export function parsePlainYaml(text: string): unknown {
  const root = parse(text);
  let left = MAX_NODES;
  const visit = (node: unknown): void => {
    left--;
    if (left < 0) {
      throw new Error(`holds more than ${MAX_NODES} values`);
    }
    if (typeof node === 'object' && node !== null) {
      Object.values(node).forEach(visit);
    }
  };
  visit(root);
  return root;
}

function parse(text: string): unknown {
  try {
    return load(text, { schema: FAILSAFE_SCHEMA });
  } catch (error) {
    throw error instanceof YAMLException
      ? new Error(yamlProblem(error))
      : error;
  }
}

/** What is wrong with a YAML text, and where. */
export function yamlProblem({ mark, reason }: YAMLException): string {
  const place = mark
    ? ` at line ${mark.line + 1}, column ${mark.column + 1}`
    : '';
  return `is not readable YAML${place}: ${reason}`;
}
