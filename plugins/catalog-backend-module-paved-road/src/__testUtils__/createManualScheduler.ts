import {
  SchedulerServiceTaskInvocationDefinition,
  SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';

/** Runs the module's task when it is told to, and not before. */
export function createManualScheduler() {
  const schedules: SchedulerServiceTaskScheduleDefinition[] = [];
  const tasks = new Map<string, SchedulerServiceTaskInvocationDefinition>();
  const { factory } = mockServices.scheduler.mock({
    createScheduledTaskRunner: schedule => {
      schedules.push(schedule);
      return {
        run: async task => {
          tasks.set(task.id, task);
        },
      };
    },
  });
  return {
    factory,
    schedules,
    async run(signal = new AbortController().signal) {
      await tasks.get('paved-road:refresh')!.fn(signal);
    },
  };
}
