export { createConnectPipelineAction } from './connectPipeline';
