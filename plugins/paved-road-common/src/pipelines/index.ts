export * from './channel';
export * from './operations';
export * from './pipelineResult';
export * from './sarif';
export * from './stages';
