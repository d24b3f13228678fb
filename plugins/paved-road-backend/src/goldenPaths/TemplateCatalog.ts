import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { CATALOG_FILTER_EXISTS } from '@backstage/catalog-client';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { ANNOTATION_GOLDEN_PATH_VERSION } from '@paved-road/backstage-plugin-paved-road-common';
import { PathTemplate, toPathTemplate } from './pathTemplate';

/** Templates per call. */
const PAGE = 100;

/** Finds the templates that are golden paths, as far as the credentials may see them. */
export class TemplateCatalog {
  readonly #catalog: CatalogService;

  constructor(catalog: CatalogService) {
    this.#catalog = catalog;
  }

  /** By title. */
  async listPaths(credentials: BackstageCredentials): Promise<PathTemplate[]> {
    const templates: PathTemplate[] = [];
    let cursor: string | undefined;
    do {
      const page = await this.#catalog.queryEntities(
        cursor
          ? { cursor, limit: PAGE }
          : {
              filter: {
                kind: 'Template',
                [`metadata.annotations.${ANNOTATION_GOLDEN_PATH_VERSION}`]:
                  CATALOG_FILTER_EXISTS,
              },
              fields: ['kind', 'metadata', 'relations', 'spec.goldenPath'],
              limit: PAGE,
            },
        { credentials },
      );
      templates.push(
        ...page.items.flatMap(entity => toPathTemplate(entity) ?? []),
      );
      cursor = page.pageInfo.nextCursor;
    } while (cursor);
    return templates.sort((a, b) => a.title.localeCompare(b.title, 'en'));
  }

  /** @returns undefined where there is none, or none that the credentials may see */
  async findPath(
    ref: string,
    credentials: BackstageCredentials,
  ): Promise<PathTemplate | undefined> {
    const entity = await this.#catalog.getEntityByRef(ref, { credentials });
    return entity && toPathTemplate(entity);
  }
}
