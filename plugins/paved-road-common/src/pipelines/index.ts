export * from './operations';
export * from './pipelineResult';
export * from './sarif';
