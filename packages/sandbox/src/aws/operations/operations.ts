import { describeProduct } from './describeProduct';
import { describeProvisioningParameters } from './describeProvisioningParameters';
import { describeRecord } from './describeRecord';
import { getProvisionedProductOutputs } from './getProvisionedProductOutputs';
import { Operation } from './operation';
import { provisionProduct } from './provisionProduct';
import { searchProducts } from './searchProducts';

/** The operations of Service Catalog that the sandbox has, by their names. */
export const operations: ReadonlyMap<string, Operation> = new Map(
  [
    searchProducts,
    describeProduct,
    describeProvisioningParameters,
    provisionProduct,
    describeRecord,
    getProvisionedProductOutputs,
  ].map(operation => [operation.name, operation]),
);
