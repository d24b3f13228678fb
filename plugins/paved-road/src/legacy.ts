/**
 * The frontend of Paved Road for the legacy frontend system.
 *
 * @packageDocumentation
 */

export * from './api';
export { isOnPavedRoad } from './compliance/service/isOnPavedRoad';
export * from './legacySystem/formFields';
export * from './legacySystem/plugin';
export * from './PavedRoadIcon';
export * from './routes';
export {
  productFieldSchema,
  type ProductFieldOptions,
  type ProductFieldValue,
} from './products/formField/productFieldSchema';
