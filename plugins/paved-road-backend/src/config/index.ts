export * from './PavedRoadConfig';
export { readConfig } from './readConfig';
