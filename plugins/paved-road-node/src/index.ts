/**
 * The policy engine of Paved Road, its packs, and the extension points.
 *
 * @packageDocumentation
 */

export * from './check/VerdictMemory';
export * from './documents/types';
export * from './engine/PolicyEngine';
export * from './extensions';
export * from './packs/types';
