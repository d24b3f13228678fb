import { ActionContext } from '@backstage/plugin-scaffolder-node';

/** What an action needs of the task that it runs in, whatever its input is. */
export type TaskContext = Pick<
  ActionContext<{}>,
  'checkpoint' | 'getInitiatorCredentials' | 'isDryRun' | 'logger' | 'signal'
>;
