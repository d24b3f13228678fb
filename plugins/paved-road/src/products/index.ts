export * from './ProductsRouter';
export * from './provisioned';
