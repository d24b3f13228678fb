export * from './ProductField';
export * from './productFieldSchema';
export * from './productFormField';
export * from './validateProductField';
