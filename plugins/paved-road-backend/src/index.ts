/**
 * The backend of Paved Road: rules, compliance checks and their history.
 *
 * @packageDocumentation
 */

export { pavedRoadPlugin as default } from './plugin';
