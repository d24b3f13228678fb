import { createConditionExports } from '@backstage/plugin-permission-node';
import { productPermissionResourceRef } from './productPermissionResourceRef';
import { productPermissionRules } from './productPermissionRules';

const { conditions, createConditionalDecision } = createConditionExports({
  resourceRef: productPermissionResourceRef,
  rules: productPermissionRules,
});

/**
 * Conditions on the product that is to be launched, for permission policies.
 *
 * @public
 */
export const productConditions = conditions;

/**
 * The decision of a policy that somebody may launch what meets the conditions.
 *
 * @public
 */
export const createProductConditionalDecision = createConditionalDecision;
