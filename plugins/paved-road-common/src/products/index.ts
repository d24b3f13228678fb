export * from './form';
export * from './operations';
export * from './preflight';
export * from './product';
export * from './productResourceRef';
export * from './provisioned';
export * from './provisionedOperations';
export * from './validateValues';
