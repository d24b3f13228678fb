import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  Entity,
  RELATION_OWNED_BY,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { Component } from './component';

/** Components per call. */
const PAGE = 500;

/** Finds the components of the catalog. */
export interface ComponentCatalog {
  /** All that the credentials may see. */
  listComponents(credentials: BackstageCredentials): Promise<Component[]>;

  /**
   * An entity of any kind.
   *
   * @returns undefined where there is none, or none that the credentials may see
   */
  findComponent(
    entityRef: string,
    credentials: BackstageCredentials,
  ): Promise<Component | undefined>;
}

/** Asks Backstage's catalog each time, so that nothing here outlives an entity. */
export class DefaultComponentCatalog implements ComponentCatalog {
  readonly #catalog: CatalogService;

  constructor(catalog: CatalogService) {
    this.#catalog = catalog;
  }

  async listComponents(
    credentials: BackstageCredentials,
  ): Promise<Component[]> {
    const components: Component[] = [];
    let cursor: string | undefined;
    do {
      const page = await this.#catalog.queryEntities(
        cursor
          ? { cursor, limit: PAGE }
          : {
              filter: { kind: 'Component' },
              fields: [
                'kind',
                'metadata.name',
                'metadata.namespace',
                'metadata.title',
                'metadata.annotations',
                'relations',
              ],
              limit: PAGE,
            },
        { credentials },
      );
      components.push(...page.items.map(toComponent));
      cursor = page.pageInfo.nextCursor;
    } while (cursor);
    return components;
  }

  async findComponent(
    entityRef: string,
    credentials: BackstageCredentials,
  ): Promise<Component | undefined> {
    const entity = await this.#catalog.getEntityByRef(entityRef, {
      credentials,
    });
    return entity && toComponent(entity);
  }
}

function toComponent(entity: Entity): Component {
  return {
    entityRef: stringifyEntityRef(entity),
    title: entity.metadata.title,
    owner: entity.relations?.find(({ type }) => type === RELATION_OWNED_BY)
      ?.targetRef,
    annotations: entity.metadata.annotations ?? {},
  };
}
