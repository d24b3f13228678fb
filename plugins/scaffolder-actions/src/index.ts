/**
 * Lets software templates launch products of AWS Service Catalog.
 *
 * @packageDocumentation
 */

export {
  scaffolderModulePavedRoad,
  scaffolderModulePavedRoad as default,
} from './module';
