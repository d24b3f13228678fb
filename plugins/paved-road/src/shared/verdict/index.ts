export * from './kinds';
export * from './VerdictChip';
export * from './VerdictIcon';
