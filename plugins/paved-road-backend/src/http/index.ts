export * from './handle';
export * from './RawAnswer';
export * from './RequestGate';
export * from './audited';
