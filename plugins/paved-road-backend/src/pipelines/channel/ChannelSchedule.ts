import {
  AuthService,
  LoggerService,
  SchedulerService,
  SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { Component } from '../../components/component';
import { ComponentCatalog } from '../../components/ComponentCatalog';
import { ChannelLooker } from './ChannelLooker';
import { ChannelStore } from './store/ChannelStore';

/** So soon a new service shows, unless the schedule is sooner. */
const LOOK_FOR_NEW = { minutes: 1 };

/** So many services at once; each is a handful of questions, one after the other. */
const AT_ONCE = 4;

/**
 * Looks at the wiring of all services by the schedule, and in between of those
 * that are new. Of all replicas one does it at a time.
 */
export class ChannelSchedule {
  readonly #auth: AuthService;
  readonly #components: ComponentCatalog;
  readonly #looker: ChannelLooker;
  readonly #store: ChannelStore;
  readonly #logger: LoggerService;

  constructor(options: {
    auth: AuthService;
    components: ComponentCatalog;
    looker: ChannelLooker;
    store: ChannelStore;
    logger: LoggerService;
  }) {
    this.#auth = options.auth;
    this.#components = options.components;
    this.#looker = options.looker;
    this.#store = options.store;
    this.#logger = options.logger;
  }

  async start(
    scheduler: SchedulerService,
    schedule: SchedulerServiceTaskScheduleDefinition,
  ): Promise<void> {
    await scheduler.scheduleTask({
      ...schedule,
      id: 'paved-road-look-at-channels',
      scope: 'global',
      fn: signal => this.lookAtAll(signal),
    });
    await scheduler.scheduleTask({
      id: 'paved-road-look-at-new-channels',
      scope: 'global',
      frequency: LOOK_FOR_NEW,
      timeout: { minutes: 10 },
      fn: signal => this.lookAtNew(signal),
    });
  }

  /** Those first that were looked at longest ago, in case the time isn't enough. */
  async lookAtAll(signal?: AbortSignal): Promise<void> {
    const standings = await this.#store.readStandings();
    const lookedAt = ({ entityRef }: Component) =>
      standings.get(entityRef)?.lookedAt ?? '';
    const components = await this.#listComponents();
    components.sort((a, b) => (lookedAt(a) < lookedAt(b) ? -1 : 1));
    await this.#look(components, signal);
  }

  async lookAtNew(signal?: AbortSignal): Promise<void> {
    const standings = await this.#store.readStandings();
    const components = await this.#listComponents();
    await this.#look(
      components.filter(({ entityRef }) => !standings.has(entityRef)),
      signal,
    );
  }

  async #listComponents(): Promise<Component[]> {
    return this.#components.listComponents(
      await this.#auth.getOwnServiceCredentials(),
    );
  }

  async #look(components: Component[], signal?: AbortSignal): Promise<void> {
    if (components.length === 0) {
      return;
    }
    const pipelines = await this.#looker.readPipelines();
    const waiting = [...components];
    const work = async () => {
      for (;;) {
        const component = waiting.shift();
        if (!component || signal?.aborted) {
          return;
        }
        try {
          await this.#looker.look(component, pipelines, signal);
        } catch (error) {
          if (!signal?.aborted) {
            this.#logger.warn(
              `The wiring of ${component.entityRef} could not be looked at`,
              toError(error),
            );
          }
        }
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
  }
}
