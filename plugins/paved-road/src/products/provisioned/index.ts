export * from './entity/EntityResourcesCard';
export * from './entity/EntityResourcesContent';
export * from './ProvisionedRouter';
