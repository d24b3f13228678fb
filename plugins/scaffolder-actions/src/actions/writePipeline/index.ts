export { createWritePipelineAction } from './writePipeline';
