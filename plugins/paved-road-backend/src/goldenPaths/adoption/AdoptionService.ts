import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { Adoption } from '@paved-road/backstage-plugin-paved-road-common';
import { ComplianceService } from '../../compliance/ComplianceService';
import { ChannelService } from '../../pipelines/channel/ChannelService';
import { RefusalService } from '../../pipelines/refusals/RefusalService';
import { readPathClaim } from '../pathClaim';
import { TemplateCatalog } from '../TemplateCatalog';
import { adoptionView } from './adoptionView';

/** How far back it counts that a pipeline was stopped. */
const HURTS_FOR_MS = 30 * 24 * 60 * 60 * 1_000;

/** Tells how far the paved road reaches. */
export interface AdoptionService {
  /**
   * Of the services that the caller may see.
   *
   * @throws NotAllowedError where that is none at all, naming the permission.
   */
  getAdoption(options: {
    credentials: BackstageCredentials;
  }): Promise<Adoption>;
}

/** Asks each room once for all services, however many they are. */
export class DefaultAdoptionService implements AdoptionService {
  readonly #channelService: ChannelService;
  readonly #complianceService: ComplianceService;
  readonly #refusalService: RefusalService;
  readonly #templates: TemplateCatalog;

  constructor(options: {
    channelService: ChannelService;
    complianceService: ComplianceService;
    refusalService: RefusalService;
    templates: TemplateCatalog;
  }) {
    this.#channelService = options.channelService;
    this.#complianceService = options.complianceService;
    this.#refusalService = options.refusalService;
    this.#templates = options.templates;
  }

  async getAdoption(options: {
    credentials: BackstageCredentials;
  }): Promise<Adoption> {
    const now = Date.now();
    const [channels, statuses, refused, templates] = await Promise.all([
      this.#channelService.listChannels(options),
      this.#complianceService.listServices(
        { sort: 'name', order: 'asc', limit: Number.MAX_SAFE_INTEGER },
        options,
      ),
      this.#refusalService.countRefused(
        new Date(now - HURTS_FOR_MS).toISOString(),
      ),
      this.#templates.listPaths(options.credentials),
    ]);
    const blocking = new Map(
      statuses.items.map(({ counts, entityRef }) => [
        entityRef,
        counts.blocking,
      ]),
    );
    return adoptionView(
      channels.map(({ changes, channel, component }) => {
        const { annotations, entityRef, owner, title } = component;
        return {
          entityRef,
          title,
          owner,
          channel,
          changes,
          claim: readPathClaim(annotations),
          blockingRules: blocking.get(entityRef) ?? 0,
          refusedResults: refused.get(entityRef) ?? 0,
        };
      }),
      templates,
      new Date(now).toISOString(),
    );
  }
}
