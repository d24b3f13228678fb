import {
  AuthService,
  SchedulerService,
  SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import { BundleService } from '../../rules/BundleService';
import { CheckQueue } from '../store/CheckQueue';
import { CheckStore } from '../store/CheckStore';
import { CatalogedService } from '../catalog/cataloged';
import { isOutdated } from './isOutdated';
import { UnchangedServices } from './UnchangedServices';
import { ServiceCatalog } from '../catalog/ServiceCatalog';

/** So soon a new service or a changed rule shows, unless the schedule is sooner. */
const LOOK_AGAIN = { seconds: 15 };

export interface CheckScheduleOptions {
  auth: AuthService;
  serviceCatalog: ServiceCatalog;
  bundleService: BundleService;
  checkStore: CheckStore;
  checkQueue: CheckQueue;
  unchangedServices: Pick<UnchangedServices, 'confirm'>;
  /** Whose enforcement the checks show. */
  environment: string;
  /** Told when checks wait. */
  onQueued: () => void;
}

/**
 * Asks for checks: of all services by the configured schedule, and in between
 * of those that are new or were checked against other rules. Of all replicas
 * one does it at a time.
 */
export class CheckSchedule {
  readonly #options: CheckScheduleOptions;

  constructor(options: CheckScheduleOptions) {
    this.#options = options;
  }

  async start(
    scheduler: SchedulerService,
    schedule: SchedulerServiceTaskScheduleDefinition,
  ): Promise<void> {
    await scheduler.scheduleTask({
      ...schedule,
      id: 'paved-road-check-services',
      scope: 'global',
      fn: signal => this.requestAll(signal),
    });
    await scheduler.scheduleTask({
      id: 'paved-road-check-outdated-services',
      scope: 'global',
      frequency: LOOK_AGAIN,
      timeout: { minutes: 5 },
      fn: () => this.requestOutdated(),
    });
  }

  async requestAll(signal?: AbortSignal): Promise<void> {
    const services = await this.#listServices();
    const confirmed = await this.#options.unchangedServices.confirm(services, {
      signal,
    });
    await this.#request(
      services
        .map(({ entityRef }) => entityRef)
        .filter(ref => !confirmed.has(ref)),
    );
  }

  async requestOutdated(): Promise<void> {
    const { bundleService, checkStore, environment } = this.#options;
    const services = await this.#listServices();
    const { bundle } = await bundleService.getBundle();
    const standings = await checkStore.readStandings();
    const context = {
      now: Date.now(),
      bundleDigest: bundle.digest,
      environment,
    };
    await this.#request(
      services
        .map(({ entityRef }) => entityRef)
        .filter(ref => isOutdated(standings.get(ref), context)),
    );
  }

  async #listServices(): Promise<CatalogedService[]> {
    const { auth, serviceCatalog } = this.#options;
    return serviceCatalog.listServices(await auth.getOwnServiceCredentials());
  }

  async #request(entityRefs: string[]): Promise<void> {
    const { checkQueue, onQueued } = this.#options;
    if (entityRefs.length > 0) {
      await checkQueue.request(
        entityRefs.map(entityRef => ({ entityRef, trigger: 'schedule' })),
      );
      onQueued();
    }
  }
}
