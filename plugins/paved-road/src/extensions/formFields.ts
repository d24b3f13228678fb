import { FormFieldBlueprint } from '@backstage/plugin-scaffolder-react/alpha';

/**
 * The field `PavedRoadProduct` of software templates: a product of AWS Service
 * Catalog with the values to launch it with.
 *
 * @public
 */
export const productFormField = FormFieldBlueprint.make({
  name: 'product',
  params: {
    field: async () => {
      const products = await import('../products/formField');
      return products.productFormField;
    },
  },
});
