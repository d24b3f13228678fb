export * from './Context';
export * from './operation';
export * from './operations';
