/**
 * The same policy check on a laptop and in a pipeline.
 *
 * @packageDocumentation
 */

export { main } from './main';
