export * from './awsMain';
export * from './main';
