/**
 * The contract of the Paved Road plugins: schemas, types, permissions and the
 * API client.
 *
 * @packageDocumentation
 */

export * from './annotations';
export * from './api';
export * from './compliance';
export * from './goldenPaths';
export * from './operations';
export * from './permissions';
export * from './pipelines';
export * from './products';
export * from './rules';
