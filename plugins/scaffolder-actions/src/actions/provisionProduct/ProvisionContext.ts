import { ActionContext } from '@backstage/plugin-scaffolder-node';
import { LaunchChoice } from '../../launching';

/** A type, because only those are JSON's for the scaffolder. */
type Input = Pick<LaunchChoice, keyof LaunchChoice> & {
  wait?: boolean;
  timeoutMinutes?: number;
};

type Output = {
  provisionedProductId: string;
  changeId: string;
  status: string;
  outputs: Record<string, string>;
  resourceUrl: string;
};

/** The task that the action runs in. */
export type ProvisionContext = ActionContext<Input, Output>;
