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
  getAdoption,
  getServiceGoldenPath,
  listGoldenPaths,
} from './goldenPaths/operations';
import {
  checkServiceChannel,
  getChannelSettings,
  getServiceChannel,
} from './pipelines/channel/operations';
import {
  getPipelineRun,
  listPipelineResults,
  putPipelineResult,
} from './pipelines/operations';
import { getServiceStages } from './pipelines/stages';
import {
  getProduct,
  getProductForm,
  listProducts,
} from './products/operations';
import {
  getProductChange,
  getProvisionedProduct,
  launchProduct,
  listProvisionedProducts,
  listServiceActions,
  planLaunch,
  planUpdate,
  preflightLaunch,
  preflightUpdate,
  runServiceAction,
  terminateProvisionedProduct,
  updateProvisionedProduct,
} from './products/provisionedOperations';
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
  listPipelineResults,
  getPipelineRun,
  putPipelineResult,
  getServiceStages,
  getChannelSettings,
  getServiceChannel,
  checkServiceChannel,
  listGoldenPaths,
  getServiceGoldenPath,
  getAdoption,
  listProducts,
  getProduct,
  getProductForm,
  preflightLaunch,
  planLaunch,
  launchProduct,
  listProvisionedProducts,
  getProvisionedProduct,
  preflightUpdate,
  planUpdate,
  updateProvisionedProduct,
  listServiceActions,
  runServiceAction,
  terminateProvisionedProduct,
  getProductChange,
];
