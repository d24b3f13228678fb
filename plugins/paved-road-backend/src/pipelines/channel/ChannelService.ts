import {
  AuthService,
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';
import {
  ChannelSettings,
  EntityPath,
  ruleReadPermission,
  ServiceChannel,
} from '@paved-road/backstage-plugin-paved-road-common';
import { Component } from '../../components/component';
import { readRequester } from '../../readRequester';
import { requirePermission } from '../../requirePermission';
import { ChannelAccess } from './ChannelAccess';
import { ChannelLooker } from './ChannelLooker';
import { channelView } from './channelView';
import { StateChange } from './standings';
import { ChannelStore } from './store/ChannelStore';

/** Who asks. */
export interface ChannelOptions {
  credentials: BackstageCredentials;
}

/** A component with what is known of its wiring. */
export interface ComponentChannel {
  component: Component;
  channel: ServiceChannel;
  /** Oldest first. */
  changes: StateChange[];
}

/**
 * Tells what the channel to production consists of, and whether services keep to
 * it.
 */
export interface ChannelService {
  /** @throws NotFoundError where none is configured. */
  getSettings(options: ChannelOptions): Promise<ChannelSettings>;

  /** @throws NotFoundError for an entity that the caller may not see. */
  getChannel(
    path: EntityPath,
    options: ChannelOptions,
  ): Promise<ServiceChannel>;

  /**
   * Looks now.
   *
   * @throws NotFoundError where no channel is configured, and for an entity that
   * the caller may not see; NotAllowedError for a guest.
   */
  checkChannel(
    path: EntityPath,
    options: ChannelOptions,
  ): Promise<ServiceChannel>;

  /** Of all components that the caller may see, in a handful of questions. */
  listChannels(options: ChannelOptions): Promise<ComponentChannel[]>;
}

export interface DefaultChannelServiceOptions {
  access: ChannelAccess;
  auth: AuthService;
  permissions: PermissionsService;
  store: ChannelStore;
  freshnessMs: number;
  /** Absent where no channel is configured. */
  configured?: { settings: ChannelSettings; looker: ChannelLooker };
}

export class DefaultChannelService implements ChannelService {
  readonly #options: DefaultChannelServiceOptions;

  constructor(options: DefaultChannelServiceOptions) {
    this.#options = options;
  }

  async getSettings({ credentials }: ChannelOptions) {
    const { permissions } = this.#options;
    await requirePermission(permissions, ruleReadPermission, credentials);
    return this.#configured().settings;
  }

  async getChannel(path: EntityPath, { credentials }: ChannelOptions) {
    const entityRef = stringifyEntityRef(path);
    await this.#options.access.requireReader(entityRef, credentials);
    return this.#read(entityRef);
  }

  async checkChannel(path: EntityPath, { credentials }: ChannelOptions) {
    const { access, auth } = this.#options;
    readRequester(auth, credentials);
    const entityRef = stringifyEntityRef(path);
    const component = await access.requireChecker(entityRef, credentials);
    const { looker } = this.#configured();
    await looker.look(component, await looker.readPipelines());
    return this.#read(entityRef);
  }

  async listChannels({ credentials }: ChannelOptions) {
    const { access, store } = this.#options;
    const [components, standings, changes] = await Promise.all([
      access.listReadable(credentials),
      store.readStandings(),
      store.readStateChanges(),
    ]);
    return components.map(component => {
      const { entityRef } = component;
      const own = changes.get(entityRef) ?? [];
      return {
        component,
        channel: this.#view(entityRef, standings.get(entityRef), own),
        changes: own,
      };
    });
  }

  async #read(entityRef: string): Promise<ServiceChannel> {
    const { store } = this.#options;
    const [standings, changes] = await Promise.all([
      store.readStandings(entityRef),
      store.readStateChanges(entityRef),
    ]);
    return this.#view(
      entityRef,
      standings.get(entityRef),
      changes.get(entityRef) ?? [],
    );
  }

  #view(
    entityRef: string,
    standing: Parameters<typeof channelView>[1],
    changes: StateChange[],
  ): ServiceChannel {
    const { freshnessMs } = this.#options;
    return channelView(entityRef, standing, changes, {
      freshnessMs,
      now: Date.now(),
    });
  }

  #configured() {
    const { configured } = this.#options;
    if (!configured) {
      throw new NotFoundError(
        'There is no channel to production here; configure pavedRoad.channel with the platformTeam and githubActions, serviceCatalog or both',
      );
    }
    return configured;
  }
}
