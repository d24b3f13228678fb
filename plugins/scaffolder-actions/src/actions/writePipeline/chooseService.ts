import { posix } from 'node:path';
import { InputError } from '@backstage/errors';
import { ANNOTATION_DOCUMENTS } from '@paved-road/backstage-plugin-paved-road-common';
import { chooseEntities, EntityDocument } from '../../entityFile';
import { readDocuments, readService } from '../../pipeline';

/** A service of the workspace, and what of it is scanned and deployed. */
export interface ChosenService {
  entity: EntityDocument;
  /** Relative to the repository, as the pipeline takes them. */
  documents: string;
  /** Relative to the entity's file, as the portal takes them. */
  annotation: string;
}

/**
 * The service that is named, or else the one Component of the file.
 *
 * @throws InputError where it isn't clear which one it is, or what its documents are
 */
export function chooseService(
  entities: EntityDocument[],
  {
    path,
    ...given
  }: { path: string; service?: string; documents?: string | string[] },
): ChosenService {
  const named = given.service && readService(given.service);
  const chosen = chooseEntities(entities, {
    path,
    entity: named,
    input: 'service',
  });
  const [entity] = chosen;
  if (chosen.length > 1) {
    throw new InputError(
      `The file '${path}' has several of these, and a repository has one pipeline; name its service with 'service': ${chosen
        .map(({ ref }) => ref)
        .join(', ')}`,
    );
  }
  // Also one that the file itself gives, which nobody has looked at yet.
  readService(entity.ref);
  return { entity, ...documentsOf(entity, path, given.documents) };
}

function documentsOf(
  { ref, document }: EntityDocument,
  path: string,
  given: string | string[] | undefined,
) {
  const folder = posix.dirname(posix.normalize(path));
  const prefix = folder === '.' ? '' : `${folder}/`;
  if (given !== undefined) {
    const documents = readDocuments(given, "The input 'documents'");
    return {
      documents,
      annotation: mapPatterns(documents, pattern => {
        if (!pattern.startsWith(prefix)) {
          throw new InputError(
            `The pattern '${pattern}' doesn't lie in '${folder}', where ${ref} is described, so the portal couldn't check it; describe the service in the root of the repository`,
          );
        }
        return pattern.slice(prefix.length);
      }),
    };
  }
  const annotated = document.getIn([
    'metadata',
    'annotations',
    ANNOTATION_DOCUMENTS,
  ]);
  if (typeof annotated !== 'string') {
    throw new InputError(
      `It isn't said what of ${ref} is scanned and deployed; name it with 'documents', or in the annotation ${ANNOTATION_DOCUMENTS}`,
    );
  }
  const annotation = readDocuments(annotated, `The annotation of ${ref}`);
  const documents = mapPatterns(annotation, pattern => prefix + pattern);
  return { documents: readDocuments(documents, 'The documents'), annotation };
}

/** Commas between braces belong to a pattern; `readDocuments` puts ', ' between patterns. */
function mapPatterns(
  documents: string,
  map: (pattern: string) => string,
): string {
  return (documents.match(/(?:\{[^{}]*\}|[^,])+/g) ?? [])
    .map(pattern => map(pattern.trim()))
    .join(', ');
}
