import {
  AuthService,
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import {
  ANNOTATION_LOCATION,
  Entity,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { ScmIntegrationRegistry } from '@backstage/integration';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  complianceReadPermission,
  pipelineResultCreatePermission,
} from '@paved-road/backstage-plugin-paved-road-common';
import { requireEntityPermission } from '../authorizeEntities';
import { PipelineConfig } from '../config';
import { repositoryPlace } from './channel/repositoryPlace';
import { Caller, findPipeline, maySpeakFor } from './findPipeline';
import { Poster } from './results';

/** Knows who may post results of a service, and who may see them. */
export class PipelineAccess {
  readonly #auth: AuthService;
  readonly #catalog: CatalogService;
  readonly #integrations: ScmIntegrationRegistry;
  readonly #permissions: PermissionsService;
  readonly #pipelines: PipelineConfig[];

  constructor(options: {
    auth: AuthService;
    catalog: CatalogService;
    integrations: ScmIntegrationRegistry;
    permissions: PermissionsService;
    pipelines: PipelineConfig[];
  }) {
    this.#auth = options.auth;
    this.#catalog = options.catalog;
    this.#integrations = options.integrations;
    this.#permissions = options.permissions;
    this.#pipelines = options.pipelines;
  }

  /**
   * What the entity says of itself counts for nothing here: whoever can write its
   * file could claim another's pipeline.
   *
   * @throws NotAllowedError for a user, for a service that is no pipeline, and for
   * a pipeline that may not speak for the service; NotFoundError where the catalog
   * has no such service.
   */
  async requirePoster(
    entityRef: string,
    credentials: BackstageCredentials,
  ): Promise<Poster> {
    if (!this.#auth.isPrincipal(credentials, 'service')) {
      throw new NotAllowedError(
        'Only a pipeline posts results; users see them',
      );
    }
    const { subject } = credentials.principal;
    const caller = findPipeline(this.#pipelines, subject);
    if (!caller) {
      throw new NotAllowedError(
        `'${subject}' is no pipeline; add it to pavedRoad.pipelines`,
      );
    }
    const { pipeline } = caller;
    if (!maySpeakFor(pipeline, entityRef)) {
      throw new NotAllowedError(
        `The pipeline '${pipeline.id}' may not speak for ${entityRef}; add it to the pipeline's services`,
      );
    }
    await requireEntityPermission(
      this.#permissions,
      pipelineResultCreatePermission,
      entityRef,
      credentials,
    );
    // Credentials that are restricted to this plugin reach no catalog.
    const entity = await this.#requireEntity(
      entityRef,
      await this.#auth.getOwnServiceCredentials(),
    );
    this.#requireOwnRepository(caller, entity);
    return { pipeline: pipeline.id, principal: subject };
  }

  /** @throws NotFoundError for what the catalog hides; NotAllowedError naming the permission. */
  async requireReader(
    entityRef: string,
    credentials: BackstageCredentials,
  ): Promise<void> {
    await this.#requireEntity(entityRef, credentials);
    await requireEntityPermission(
      this.#permissions,
      complianceReadPermission,
      entityRef,
      credentials,
    );
  }

  /** Where a caller runs for a repository, the catalog has to have the service from there. */
  #requireOwnRepository({ pipeline, repository }: Caller, entity: Entity) {
    if (repository === undefined) {
      return;
    }
    const place = repositoryPlace(
      entity.metadata.annotations?.[ANNOTATION_LOCATION],
      this.#integrations,
    );
    const { host, owner, name } = place.known ? place.value : {};
    if (
      host !== pipeline.host ||
      `${owner}/${name}`.toLowerCase() !== repository.toLowerCase()
    ) {
      throw new NotAllowedError(
        `The pipeline '${pipeline.id}' runs for ${
          pipeline.host
        }/${repository}, and the catalog has ${stringifyEntityRef(
          entity,
        )} from ${place.known ? place.value.url : 'elsewhere'}`,
      );
    }
  }

  async #requireEntity(
    entityRef: string,
    credentials: BackstageCredentials,
  ): Promise<Entity> {
    const entity = await this.#catalog.getEntityByRef(entityRef, {
      credentials,
    });
    if (!entity || stringifyEntityRef(entity) !== entityRef) {
      throw new NotFoundError(`The catalog has no entity '${entityRef}'`);
    }
    return entity;
  }
}
