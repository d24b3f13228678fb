export * from './handle';
export * from './RawAnswer';
