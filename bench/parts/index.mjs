import { containers } from './containers.mjs';
import { database } from './database.mjs';
import { functions } from './functions.mjs';
import { messaging } from './messaging.mjs';
import { names } from './names.mjs';
import { network } from './network.mjs';
import { operations } from './operations.mjs';
import { storage } from './storage.mjs';
import { streaming } from './streaming.mjs';

/**
 * Parts that real templates are made of. Each answers some resources under a
 * prefix; `flip` decides, from the seed, where one of them violates a rule.
 */
export const parts = [
  storage,
  database,
  messaging,
  functions,
  containers,
  network,
  names,
  operations,
  streaming,
];
