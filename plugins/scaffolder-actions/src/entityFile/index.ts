export * from './annotate';
export * from './chooseEntities';
export * from './readEntityFile';
export * from './readEntityText';
