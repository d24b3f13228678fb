import { stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import { Document, parseAllDocuments } from 'yaml';

/** One document of a file that describes an entity. */
export interface EntityDocument {
  /** As the catalog names it, such as `component:default/payments-api`. */
  ref: string;
  kind: string;
  /** Which of the file's documents it is. */
  index: number;
  document: Document.Parsed;
}

/**
 * The entities that a file describes.
 *
 * @throws InputError where the file is no YAML
 */
export function readEntityFile(text: string, path: string): EntityDocument[] {
  return parseAllDocuments(text).flatMap((document, index) => {
    const [error] = document.errors;
    if (error) {
      throw new InputError(`The file '${path}' is no valid YAML`, error);
    }
    const kind = document.getIn(['kind']);
    const name = document.getIn(['metadata', 'name']);
    const namespace = document.getIn(['metadata', 'namespace']) ?? 'default';
    return isText(kind) && isText(name) && isText(namespace)
      ? [
          {
            ref: stringifyEntityRef({ kind, namespace, name }),
            kind,
            index,
            document,
          },
        ]
      : [];
  });
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}
