/**
 * The frontend of Paved Road for the new frontend system.
 *
 * @packageDocumentation
 */

export * from './api';
export * from './extensions';
export * from './PavedRoadIcon';
export * from './routes';
export { pavedRoadPlugin, pavedRoadPlugin as default } from './plugin';
