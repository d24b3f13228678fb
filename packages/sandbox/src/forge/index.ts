export * from './startForge';
export * from './seed/seedRepositories';
