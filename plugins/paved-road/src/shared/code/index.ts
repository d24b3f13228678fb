export * from './CodeView';
export * from './GuardLine';
export * from './guardTokens';
export * from './plainLines';
