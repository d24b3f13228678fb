import { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';

export interface Config {
  catalog?: {
    providers?: {
      /** The provisioned products of services, as resources of the catalog. */
      pavedRoad?: {
        /**
         * When they are read. Every minute, from 15 seconds after the start,
         * for at most a minute where absent.
         * @visibility backend
         */
        schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
      };
    };
  };
}
