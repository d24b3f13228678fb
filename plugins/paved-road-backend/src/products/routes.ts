import {
  getProduct,
  getProductForm,
  listProducts,
} from '@paved-road/backstage-plugin-paved-road-common';
import { handle, HandleContext } from '../http';
import { ProductService } from './ProductService';

/** Mounts the operations of the products. */
export function mountProductRoutes(
  context: HandleContext,
  productService: ProductService,
): void {
  handle(context, listProducts, ({ query, credentials }) =>
    productService.listProducts(query, { credentials }),
  );
  handle(context, getProduct, ({ params, credentials }) =>
    productService.getProduct(params, { credentials }),
  );
  handle(context, getProductForm, ({ params, query, credentials }) =>
    productService.getForm({ ...params, path: query.path }, { credentials }),
  );
}
