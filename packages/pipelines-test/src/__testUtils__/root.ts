import { join, resolve } from 'node:path';

export const rootDirectory = resolve(__dirname, '../../../..');
export const pipelinesDirectory = join(rootDirectory, 'pipelines');
