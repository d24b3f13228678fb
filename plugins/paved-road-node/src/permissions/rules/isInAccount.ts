import { createPermissionRule } from '@backstage/plugin-permission-node';
import { z } from 'zod';
import { productPermissionResourceRef } from '../productPermissionResourceRef';

/** In one of the accounts, by the configuration's name of it. */
export const isInAccount = createPermissionRule({
  name: 'IS_IN_ACCOUNT',
  description: 'Allow products in one of these accounts',
  resourceRef: productPermissionResourceRef,
  paramsSchema: z.object({
    accounts: z
      .array(z.string())
      .describe('Ids of accounts, as the configuration calls them'),
  }),
  apply: ({ account }, { accounts }) => accounts.includes(account.id),
  toQuery: ({ accounts }) => ({ key: 'account.id', values: accounts }),
});
