import { Environment } from './types';

/**
 * Development is free; what leaves it stands on the floor.
 *
 * @public
 */
export const defaultEnvironments: Environment[] = [
  { name: 'development', enforcement: 'advise' },
  { name: 'staging', enforcement: 'block' },
  { name: 'production', enforcement: 'block' },
];

/** @public */
export const defaultEnvironment = 'production';
