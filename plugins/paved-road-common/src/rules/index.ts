export * from './bundle';
export * from './operations';
export * from './reason';
export * from './rule';
