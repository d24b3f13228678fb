/**
 * Conditions on products, for permission policies.
 *
 * @packageDocumentation
 */

export * from './productConditions';
export * from './productPermissionResourceRef';
export * from './productPermissionRules';
