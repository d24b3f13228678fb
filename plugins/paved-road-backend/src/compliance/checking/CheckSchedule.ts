import {
  AuthService,
  SchedulerService,
  SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import { BundleService } from '../../rules/BundleService';
import { CheckQueue } from '../store/CheckQueue';
import { CheckStore } from '../store/CheckStore';
import { isOutdated } from './isOutdated';
import { ServiceCatalog } from '../catalog/ServiceCatalog';

/** So soon a new service or a changed rule shows, unless the schedule is sooner. */
const LOOK_AGAIN = { seconds: 15 };

export interface CheckScheduleOptions {
  auth: AuthService;
  serviceCatalog: ServiceCatalog;
  bundleService: BundleService;
  checkStore: CheckStore;
  checkQueue: CheckQueue;
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
      fn: () => this.requestAll(),
    });
    await scheduler.scheduleTask({
      id: 'paved-road-check-outdated-services',
      scope: 'global',
      frequency: LOOK_AGAIN,
      timeout: { minutes: 5 },
      fn: () => this.requestOutdated(),
    });
  }

  async requestAll(): Promise<void> {
    await this.#request(await this.#listServices());
  }

  async requestOutdated(): Promise<void> {
    const { bundleService, checkStore, environment } = this.#options;
    const refs = await this.#listServices();
    const { bundle } = await bundleService.getBundle();
    const standings = await checkStore.readStandings();
    const context = {
      now: Date.now(),
      bundleDigest: bundle.digest,
      environment,
    };
    await this.#request(
      refs.filter(ref => isOutdated(standings.get(ref), context)),
    );
  }

  async #listServices(): Promise<string[]> {
    const { auth, serviceCatalog } = this.#options;
    const services = await serviceCatalog.listServices(
      await auth.getOwnServiceCredentials(),
    );
    return services.map(({ entityRef }) => entityRef);
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
