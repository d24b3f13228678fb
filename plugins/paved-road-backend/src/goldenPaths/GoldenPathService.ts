import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';
import {
  EntityPath,
  listGoldenPaths,
  OperationResponse,
  ServiceGoldenPath,
} from '@paved-road/backstage-plugin-paved-road-common';
import { ComponentCatalog } from '../components/ComponentCatalog';
import { BundleService } from '../rules/BundleService';
import { goldenPathView, serviceGoldenPathView } from './goldenPathView';
import { isTemplateRef, readPathClaim } from './pathClaim';
import { TemplateCatalog } from './TemplateCatalog';

/** Who asks. */
export interface GoldenPathOptions {
  credentials: BackstageCredentials;
}

/** Shows the golden paths, and which services came from them; as much as the catalog shows the caller. */
export interface GoldenPathService {
  listGoldenPaths(
    options: GoldenPathOptions,
  ): Promise<OperationResponse<typeof listGoldenPaths>>;

  /** @throws NotFoundError for an entity that the caller may not see. */
  getServiceGoldenPath(
    path: EntityPath,
    options: GoldenPathOptions,
  ): Promise<ServiceGoldenPath>;
}

export class DefaultGoldenPathService implements GoldenPathService {
  readonly #bundleService: BundleService;
  readonly #components: ComponentCatalog;
  readonly #templates: TemplateCatalog;

  constructor(options: {
    bundleService: BundleService;
    components: ComponentCatalog;
    templates: TemplateCatalog;
  }) {
    this.#bundleService = options.bundleService;
    this.#components = options.components;
    this.#templates = options.templates;
  }

  async listGoldenPaths({ credentials }: GoldenPathOptions) {
    const [templates, components, { bundle }] = await Promise.all([
      this.#templates.listPaths(credentials),
      this.#components.listComponents(credentials),
      this.#bundleService.getBundle(),
    ]);
    const claims = components.flatMap(
      ({ annotations }) => readPathClaim(annotations) ?? [],
    );
    const ruleTitles = new Map(
      [...bundle.rules.values()].map(({ id, title }) => [id, title]),
    );
    return {
      items: templates.map(template =>
        goldenPathView(template, { claims, ruleTitles }),
      ),
    };
  }

  async getServiceGoldenPath(
    path: EntityPath,
    { credentials }: GoldenPathOptions,
  ) {
    const entityRef = stringifyEntityRef(path);
    const component = await this.#components.findComponent(
      entityRef,
      credentials,
    );
    if (component?.entityRef !== entityRef) {
      throw new NotFoundError(`The catalog has no entity '${entityRef}'`);
    }
    const claim = readPathClaim(component.annotations);
    const template =
      claim && isTemplateRef(claim.ref)
        ? await this.#templates.findPath(claim.ref, credentials)
        : undefined;
    return serviceGoldenPathView(entityRef, claim, template);
  }
}
