export * from './callerWorkflow';
export * from './channel';
export * from './codeOwners';
export * from './operations';
export * from './requiredCheck';
export * from './settings';
