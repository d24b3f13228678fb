import { SchedulerService } from '@backstage/backend-plugin-api';
import { ChangeFollower } from './following/ChangeFollower';
import { ProvisionedSync } from './syncing/ProvisionedSync';

/** Each replica looks as often as this; which of them goes on with a change is in the database. */
const FOLLOW = { seconds: 2 };

/** What was changed outside the portal shows after this time. */
const SYNC = { minutes: 1 };

/** Follows what goes on, and keeps what is provisioned as AWS has it. */
export class ProductSchedule {
  readonly #follower: ChangeFollower;
  readonly #sync: ProvisionedSync;

  constructor(options: { follower: ChangeFollower; sync: ProvisionedSync }) {
    this.#follower = options.follower;
    this.#sync = options.sync;
  }

  async start(scheduler: SchedulerService): Promise<void> {
    await scheduler.scheduleTask({
      id: 'paved-road-follow-product-changes',
      scope: 'local',
      frequency: FOLLOW,
      timeout: { minutes: 5 },
      fn: signal => this.#follower.followDue(signal),
    });
    await scheduler.scheduleTask({
      id: 'paved-road-read-provisioned-products',
      scope: 'global',
      frequency: SYNC,
      timeout: { minutes: 10 },
      fn: signal => this.#sync.syncAll(signal),
    });
  }
}
