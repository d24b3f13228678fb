import { NotFoundError } from '@backstage/errors';
import {
  CheckedDocument,
  Excerpt,
} from '@paved-road/backstage-plugin-paved-road-common';
import {
  digestOf,
  readDocument,
} from '@paved-road/backstage-plugin-paved-road-node';
import { ExcerptQuery } from './ComplianceService';
import { DocumentSource } from './documents/DocumentSource';
import { excerptOf } from './documents/excerptOf';
import { CatalogedService } from './catalog/cataloged';

/**
 * The lines around one of a document that was checked, read anew. A document
 * that is another by now is not shown: its lines would mislead, and nobody has
 * checked what is in it.
 *
 * @param documents - those of the service's newest check
 * @throws NotFoundError for a document or a line that isn't there.
 */
export async function readExcerpt(
  source: DocumentSource,
  service: CatalogedService,
  documents: Omit<CheckedDocument, 'viewUrl'>[],
  query: ExcerptQuery,
): Promise<Excerpt> {
  const checked = documents.find(({ path }) => path === query.document);
  if (!checked) {
    throw new NotFoundError(
      `The newest check of ${service.entityRef} has no document '${query.document}'`,
    );
  }
  const { path } = checked;
  const viewUrl = source.viewUrl(service, path);
  const current = await source.readDocument(service, path);
  if (!current || digestOf(current.content) !== checked.digest) {
    return { path, startLine: 1, lines: [], changed: true, viewUrl };
  }
  const read = readDocument(current);
  const excerpt = 'text' in read ? excerptOf(read.text, query.line) : undefined;
  if (!excerpt) {
    throw new NotFoundError(`${path} has no line ${query.line} to show`);
  }
  return { path, ...excerpt, changed: false, viewUrl };
}
