export * from './startAws';
