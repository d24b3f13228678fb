import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { CATALOG_FILTER_EXISTS } from '@backstage/catalog-client';
import {
  ANNOTATION_SOURCE_LOCATION,
  Entity,
  RELATION_OWNED_BY,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { ANNOTATION_DOCUMENTS } from '@paved-road/backstage-plugin-paved-road-common';
import { CatalogedService } from './cataloged';

/** Services per call. */
const PAGE = 500;

const ANNOTATIONS = 'metadata.annotations';

/** Finds the services that are on the paved road. */
export interface ServiceCatalog {
  /** All that the credentials may see. */
  listServices(credentials: BackstageCredentials): Promise<CatalogedService[]>;

  /** @returns undefined where there is none, or none that the credentials may see */
  findService(
    entityRef: string,
    credentials: BackstageCredentials,
  ): Promise<CatalogedService | undefined>;
}

/** Asks Backstage's catalog each time, so that nothing here outlives an entity. */
export class DefaultServiceCatalog implements ServiceCatalog {
  readonly #catalog: CatalogService;

  constructor(catalog: CatalogService) {
    this.#catalog = catalog;
  }

  async listServices(
    credentials: BackstageCredentials,
  ): Promise<CatalogedService[]> {
    const services: CatalogedService[] = [];
    let cursor: string | undefined;
    do {
      const page = await this.#catalog.queryEntities(
        cursor
          ? { cursor, limit: PAGE }
          : {
              filter: {
                [`${ANNOTATIONS}.${ANNOTATION_DOCUMENTS}`]:
                  CATALOG_FILTER_EXISTS,
              },
              fields: [
                'kind',
                'metadata.name',
                'metadata.namespace',
                'metadata.title',
                ANNOTATIONS,
                'relations',
              ],
              limit: PAGE,
            },
        { credentials },
      );
      services.push(...page.items.flatMap(entity => toService(entity) ?? []));
      cursor = page.pageInfo.nextCursor;
    } while (cursor);
    return services;
  }

  async findService(
    entityRef: string,
    credentials: BackstageCredentials,
  ): Promise<CatalogedService | undefined> {
    const entity = await this.#catalog.getEntityByRef(entityRef, {
      credentials,
    });
    return entity && toService(entity);
  }
}

function toService(entity: Entity): CatalogedService | undefined {
  const documents = entity.metadata.annotations?.[ANNOTATION_DOCUMENTS];
  if (documents === undefined) {
    return undefined;
  }
  return {
    entityRef: stringifyEntityRef(entity),
    title: entity.metadata.title,
    owner: entity.relations?.find(({ type }) => type === RELATION_OWNED_BY)
      ?.targetRef,
    documents,
    sourceUrl: sourceUrlOf(entity),
  };
}

/**
 * Of the source location alone: where the entity's own file lies, to which it
 * falls back elsewhere, is no folder.
 */
function sourceUrlOf(entity: Entity): string | undefined {
  const location = entity.metadata.annotations?.[ANNOTATION_SOURCE_LOCATION];
  return location?.startsWith('url:') ? location.slice(4).trim() : undefined;
}
