export * from './createRunner';
export type { PipelineOptions } from './options';
