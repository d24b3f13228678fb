import { createPermissionRule } from '@backstage/plugin-permission-node';
import { z } from 'zod';
import { productPermissionResourceRef } from '../productPermissionResourceRef';

/** In an account of one of the environments. */
export const isInEnvironment = createPermissionRule({
  name: 'IS_IN_ENVIRONMENT',
  description: 'Allow products in accounts of one of these environments',
  resourceRef: productPermissionResourceRef,
  paramsSchema: z.object({
    environments: z
      .array(z.string())
      .describe('Environments, as the configuration calls them'),
  }),
  apply: ({ account }, { environments }) =>
    environments.includes(account.environment),
  toQuery: ({ environments }) => ({
    key: 'account.environment',
    values: environments,
  }),
});
