/**
 * Lets software templates launch products of AWS Service Catalog, check what
 * they make against the rules, and record which golden path it came from.
 *
 * @packageDocumentation
 */

export {
  scaffolderModulePavedRoad,
  scaffolderModulePavedRoad as default,
} from './module';
