/**
 * Offers the provisioned products of services to the catalog, as resources.
 *
 * @packageDocumentation
 */

export * from './annotations';
export {
  catalogModulePavedRoad,
  catalogModulePavedRoad as default,
} from './module';
