export * from './ProductsRouter';
