export * from './goldenPath';
export * from './operations';
