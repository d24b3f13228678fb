import { createProvisionedProductPlan } from './createProvisionedProductPlan';
import { describeProduct } from './describeProduct';
import { describeProductView } from './describeProductView';
import { describeProvisionedProduct } from './describeProvisionedProduct';
import { describeProvisioningArtifact } from './describeProvisioningArtifact';
import { describeProvisioningParameters } from './describeProvisioningParameters';
import { describeRecord } from './describeRecord';
import { getProvisionedProductOutputs } from './getProvisionedProductOutputs';
import { listLaunchPaths } from './listLaunchPaths';
import { listProvisioningArtifacts } from './listProvisioningArtifacts';
import { listRecordHistory } from './listRecordHistory';
import { Operation } from './operation';
import {
  deleteProvisionedProductPlan,
  describeProvisionedProductPlan,
  executeProvisionedProductPlan,
  listProvisionedProductPlans,
} from './plans';
import { provisionProduct } from './provisionProduct';
import { scanProvisionedProducts } from './scanProvisionedProducts';
import { searchProducts } from './searchProducts';
import { searchProvisionedProducts } from './searchProvisionedProducts';
import {
  describeServiceActionExecutionParameters,
  executeServiceAction,
  listServiceActions,
} from './serviceActions';
import { terminateProvisionedProduct } from './terminateProvisionedProduct';
import { updateProvisionedProduct } from './updateProvisionedProduct';

/** The operations of Service Catalog that the sandbox has, by their names. */
export const operations: ReadonlyMap<string, Operation> = new Map(
  [
    createProvisionedProductPlan,
    deleteProvisionedProductPlan,
    describeProduct,
    describeProductView,
    describeProvisionedProduct,
    describeProvisionedProductPlan,
    describeProvisioningArtifact,
    describeProvisioningParameters,
    describeRecord,
    describeServiceActionExecutionParameters,
    executeProvisionedProductPlan,
    executeServiceAction,
    getProvisionedProductOutputs,
    listLaunchPaths,
    listProvisionedProductPlans,
    listProvisioningArtifacts,
    listRecordHistory,
    listServiceActions,
    provisionProduct,
    scanProvisionedProducts,
    searchProducts,
    searchProvisionedProducts,
    terminateProvisionedProduct,
    updateProvisionedProduct,
  ].map(operation => [operation.name, operation]),
);
