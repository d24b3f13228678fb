import { Operation } from './api/operation';
import {
  checkDocuments,
  createCheck,
  getCheck,
  getExcerpt,
  getService,
  listChecks,
  listRuleServices,
  listServices,
} from './compliance/operations';
import {
  getProduct,
  getProductForm,
  listProducts,
} from './products/operations';
import {
  getBundle,
  getRule,
  getRuleSource,
  listRules,
} from './rules/operations';

/**
 * All operations of the HTTP API.
 *
 * @public
 */
export const pavedRoadOperations: readonly Operation[] = [
  listRules,
  getRule,
  getRuleSource,
  listRuleServices,
  getBundle,
  checkDocuments,
  listServices,
  getService,
  getExcerpt,
  listChecks,
  getCheck,
  createCheck,
  listProducts,
  getProduct,
  getProductForm,
];
