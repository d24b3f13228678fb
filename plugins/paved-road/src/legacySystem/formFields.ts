import {
  createScaffolderFieldExtension,
  FieldExtensionComponent,
} from '@backstage/plugin-scaffolder-react';
import {
  ProductField,
  ProductFieldOptions,
  productFieldSchema,
  ProductFieldValue,
  validateProductField,
} from '../products/formField';
import { pavedRoadPlugin } from './plugin';

/**
 * The field `PavedRoadProduct` of software templates: a product of AWS Service
 * Catalog with the values to launch it with. To be placed inside
 * `<ScaffolderFieldExtensions>`.
 *
 * @public
 */
export const PavedRoadProductFieldExtension: FieldExtensionComponent<
  ProductFieldValue,
  ProductFieldOptions
> = pavedRoadPlugin.provide(
  createScaffolderFieldExtension<ProductFieldValue, ProductFieldOptions>({
    name: 'PavedRoadProduct',
    component: ProductField,
    validation: validateProductField,
    schema: productFieldSchema.schema,
  }),
);
