import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { ProductField } from './ProductField';
import { productFieldSchema } from './productFieldSchema';
import { validateProductField } from './validateProductField';

/** The field as the new frontend system takes it. */
export const productFormField = createFormField({
  name: 'PavedRoadProduct',
  component: ProductField,
  validation: validateProductField,
  schema: productFieldSchema,
});
