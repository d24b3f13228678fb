export * from './entityPath';
export * from './operation';
export * from './PavedRoadClient';
export * from './request';
