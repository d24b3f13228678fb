export * from './form';
export * from './operations';
export * from './product';
