import { isDeepStrictEqual } from 'node:util';
import { InputError } from '@backstage/errors';
import { parseAllDocuments } from 'yaml';
import { editsOf } from './annotationEdits';
import { EntityDocument } from './readEntityFile';

/**
 * The text with annotations of some of its entities set, and every other
 * character as it was.
 *
 * @throws InputError where the file is written in a way that doesn't allow it
 */
export function annotate(
  text: string,
  path: string,
  entities: EntityDocument[],
  annotations: Record<string, string>,
): string {
  const annotated = entities
    .flatMap(({ ref, document }) => {
      const edits = editsOf(text, document, annotations);
      if (!edits) {
        throw cannotEdit(path, ref);
      }
      return edits;
    })
    .sort((a, b) => b.start - a.start)
    .reduce(
      (before, { start, end, insert }) =>
        before.slice(0, start) + insert + before.slice(end),
      text,
    );
  const before = parseAllDocuments(text);
  for (const [index, document] of parseAllDocuments(annotated).entries()) {
    const entity = entities.find(({ index: of }) => of === index);
    const known = before[index]?.toJS();
    const expected = entity ? withAnnotations(known, annotations) : known;
    if (
      document.errors.length > 0 ||
      !isDeepStrictEqual(document.toJS(), expected)
    ) {
      throw cannotEdit(path, entity?.ref ?? 'its entities');
    }
  }
  return annotated;
}

/** Copies, because what an alias means would change with what it stands for. */
function withAnnotations<
  TEntity extends { metadata: { annotations?: object | null } },
>({ metadata, ...entity }: TEntity, annotations: Record<string, string>) {
  return {
    ...entity,
    metadata: {
      ...metadata,
      annotations: { ...metadata.annotations, ...annotations },
    },
  };
}

function cannotEdit(path: string, ref: string): InputError {
  return new InputError(
    `The annotations of ${ref} in '${path}' can't be set as they are written; write 'metadata' and its 'annotations' as plain maps, without anchors and aliases`,
  );
}
