import { ActionContext } from '@backstage/plugin-scaffolder-node';
import { ParameterValue } from './parameterValues';

type Input = {
  account: string;
  product: string;
  version?: string;
  path?: string;
  name: string;
  entityRef: string;
  parameters?: Record<string, ParameterValue>;
  tags?: Record<string, string>;
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

/** How often the portal is asked, and how long an entity may take to be in the catalog. */
export type Pace = { pollIntervalMs: number; entityPatienceMs: number };
