import { NotFoundError } from '@backstage/errors';
import {
  parseProductResourceRef,
  ProductAccount,
} from '@paved-road/backstage-plugin-paved-road-common';
import { ProductResource } from '@paved-road/backstage-plugin-paved-road-node/permissions';
import { DefaultProductService } from '../ProductService';
import { toProductResource } from './toProductResource';

/**
 * Reads what conditions are to be applied to, whoever asks; undefined in the
 * place of a ref that names no product.
 *
 * @throws ServiceUnavailableError where an account does not answer.
 */
export async function readProductResources(
  refs: string[],
  deps: { accounts: ProductAccount[]; productService: DefaultProductService },
): Promise<(ProductResource | undefined)[]> {
  return Promise.all(
    refs.map(async ref => {
      const path = parseProductResourceRef(ref);
      const account = deps.accounts.find(({ id }) => id === path?.account);
      if (!path || !account) {
        return undefined;
      }
      try {
        return toProductResource(
          account,
          await deps.productService.getProduct(path),
        );
      } catch (error) {
        if (error instanceof NotFoundError) {
          return undefined;
        }
        throw error;
      }
    }),
  );
}
