import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** What the portal keeps between two starts: its database and the sandbox's repositories. */
export const dataDirectory = process.env.PAVED_ROAD_DATA ?? join(root, '.data');

export const fromRoot = (...parts) => join(root, ...parts);
