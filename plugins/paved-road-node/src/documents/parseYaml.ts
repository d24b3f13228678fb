import { DEFAULT_SCHEMA, load, Type, YAMLException } from 'js-yaml';
import { DocumentError } from './DocumentError';

const kinds = ['scalar', 'sequence', 'mapping'] as const;

/** Takes any `!Tag`, as CloudFormation's short forms are written. */
const schema = DEFAULT_SCHEMA.extend(
  kinds.map(
    kind => new Type('!', { kind, multi: true, construct: data => data ?? '' }),
  ),
);

/** @throws DocumentError naming the line and column of what is not YAML. */
export function parseYaml(text: string): unknown {
  try {
    return load(text, { schema });
  } catch (error) {
    if (error instanceof YAMLException) {
      const { mark, reason } = error;
      const place = mark
        ? ` at line ${mark.line + 1}, column ${mark.column + 1}`
        : '';
      throw new DocumentError(`is not readable YAML${place}: ${reason}`);
    }
    throw error;
  }
}
