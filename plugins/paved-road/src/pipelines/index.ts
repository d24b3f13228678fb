export * from './PipelineResults';
