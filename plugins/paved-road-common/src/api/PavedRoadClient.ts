import {
  checkDocuments,
  createCheck,
  getCheck,
  getExcerpt,
  getService,
  listChecks,
  listRuleServices,
  listServices,
} from '../compliance/operations';
import {
  getAdoption,
  getServiceGoldenPath,
  listGoldenPaths,
} from '../goldenPaths/operations';
import {
  checkServiceChannel,
  getChannelSettings,
  getServiceChannel,
} from '../pipelines/channel/operations';
import {
  getPipelineRun,
  listPipelineResults,
  putPipelineResult,
} from '../pipelines/operations';
import { getServiceStages } from '../pipelines/stages';
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
} from '../products/provisionedOperations';
import {
  getProduct,
  getProductForm,
  listProducts,
} from '../products/operations';
import { ProductPath } from '../products/productResourceRef';
import {
  getBundle,
  getRule,
  getRuleSource,
  listRules,
} from '../rules/operations';
import { EntityPath } from './entityPath';
import { Operation, OperationResponse } from './operation';
import { FetchApi, OperationInput, request } from './request';

/**
 * The query that an operation takes.
 *
 * @public
 */
export type OperationQueryInput<TOperation extends Operation> =
  OperationInput<TOperation> extends {
    query?: infer T;
  }
    ? NonNullable<T>
    : never;

/**
 * The parts of a rule's id as they stand in a path.
 *
 * @public
 */
export type RulePath = { pack: string; name: string };

/**
 * Calls the plugin's HTTP API, from the browser or from another backend.
 *
 * @public
 */
export class PavedRoadClient {
  readonly #discovery: { getBaseUrl(pluginId: string): Promise<string> };
  readonly #fetchApi: FetchApi;

  constructor(options: {
    discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
    fetchApi: FetchApi;
  }) {
    this.#discovery = options.discoveryApi;
    this.#fetchApi = options.fetchApi;
  }

  listRules(query: OperationQueryInput<typeof listRules> = {}) {
    return this.#call(listRules, { query });
  }

  getRule(params: RulePath) {
    return this.#call(getRule, { params });
  }

  getRuleSource(params: RulePath) {
    return this.#call(getRuleSource, { params });
  }

  listRuleServices(
    params: RulePath,
    query: OperationQueryInput<typeof listRuleServices> = {},
  ) {
    return this.#call(listRuleServices, { params, query });
  }

  getBundle() {
    return this.#call(getBundle, {});
  }

  checkDocuments(body: OperationInput<typeof checkDocuments>['body']) {
    return this.#call(checkDocuments, { body });
  }

  listServices(query: OperationQueryInput<typeof listServices> = {}) {
    return this.#call(listServices, { query });
  }

  getService(params: EntityPath) {
    return this.#call(getService, { params });
  }

  getExcerpt(
    params: EntityPath,
    query: OperationQueryInput<typeof getExcerpt>,
  ) {
    return this.#call(getExcerpt, { params, query });
  }

  listChecks(
    params: EntityPath,
    query: OperationQueryInput<typeof listChecks> = {},
  ) {
    return this.#call(listChecks, { params, query });
  }

  getCheck(params: EntityPath & { checkId: string }) {
    return this.#call(getCheck, { params });
  }

  createCheck(params: EntityPath) {
    return this.#call(createCheck, { params });
  }

  listPipelineResults(
    params: EntityPath,
    query: OperationQueryInput<typeof listPipelineResults> = {},
  ) {
    return this.#call(listPipelineResults, { params, query });
  }

  getPipelineRun(params: EntityPath & { runId: string }) {
    return this.#call(getPipelineRun, { params });
  }

  putPipelineResult(
    params: EntityPath & { runId: string },
    body: OperationInput<typeof putPipelineResult>['body'],
  ) {
    return this.#call(putPipelineResult, { params, body });
  }

  getServiceStages(
    params: EntityPath,
    query: OperationQueryInput<typeof getServiceStages> = {},
  ) {
    return this.#call(getServiceStages, { params, query });
  }

  getChannelSettings() {
    return this.#call(getChannelSettings, {});
  }

  getServiceChannel(params: EntityPath) {
    return this.#call(getServiceChannel, { params });
  }

  checkServiceChannel(params: EntityPath) {
    return this.#call(checkServiceChannel, { params });
  }

  listGoldenPaths() {
    return this.#call(listGoldenPaths, {});
  }

  getServiceGoldenPath(params: EntityPath) {
    return this.#call(getServiceGoldenPath, { params });
  }

  getAdoption() {
    return this.#call(getAdoption, {});
  }

  listProducts(query: OperationQueryInput<typeof listProducts> = {}) {
    return this.#call(listProducts, { query });
  }

  getProduct(params: ProductPath) {
    return this.#call(getProduct, { params });
  }

  getProductForm(
    params: ProductPath & { version: string },
    query: OperationQueryInput<typeof getProductForm> = {},
  ) {
    return this.#call(getProductForm, { params, query });
  }

  preflightLaunch(body: OperationInput<typeof preflightLaunch>['body']) {
    return this.#call(preflightLaunch, { body });
  }

  planLaunch(body: OperationInput<typeof planLaunch>['body']) {
    return this.#call(planLaunch, { body });
  }

  launchProduct(body: OperationInput<typeof launchProduct>['body']) {
    return this.#call(launchProduct, { body });
  }

  listProvisionedProducts(
    query: OperationQueryInput<typeof listProvisionedProducts> = {},
  ) {
    return this.#call(listProvisionedProducts, { query });
  }

  getProvisionedProduct(id: string) {
    return this.#call(getProvisionedProduct, { params: { id } });
  }

  preflightUpdate(
    id: string,
    body: OperationInput<typeof preflightUpdate>['body'],
  ) {
    return this.#call(preflightUpdate, { params: { id }, body });
  }

  planUpdate(id: string, body: OperationInput<typeof planUpdate>['body']) {
    return this.#call(planUpdate, { params: { id }, body });
  }

  updateProvisionedProduct(
    id: string,
    body: OperationInput<typeof updateProvisionedProduct>['body'],
  ) {
    return this.#call(updateProvisionedProduct, { params: { id }, body });
  }

  listServiceActions(id: string) {
    return this.#call(listServiceActions, { params: { id } });
  }

  runServiceAction(
    params: { id: string; action: string },
    body: OperationInput<typeof runServiceAction>['body'],
  ) {
    return this.#call(runServiceAction, { params, body });
  }

  terminateProvisionedProduct(
    id: string,
    body: OperationInput<typeof terminateProvisionedProduct>['body'],
  ) {
    return this.#call(terminateProvisionedProduct, { params: { id }, body });
  }

  getProductChange(id: string) {
    return this.#call(getProductChange, { params: { id } });
  }

  async #call<TOperation extends Operation>(
    operation: TOperation,
    input: OperationInput<TOperation>,
  ): Promise<OperationResponse<TOperation>> {
    const baseUrl = await this.#discovery.getBaseUrl('paved-road');
    return request(baseUrl, this.#fetchApi, operation, input);
  }
}
