/**
 * What a company has and a laptop has not, on loopback.
 *
 * @packageDocumentation
 */

export * from './aws';
export * from './forge';
export * from './pipeline';
