export * from './bundle';
export * from './operations';
export * from './rule';
