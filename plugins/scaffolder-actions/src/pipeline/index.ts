export * from './chooseProvider';
export * from './codeOwners';
export * from './pipelineName';
export * from './readBranch';
export * from './readDocuments';
export * from './readRepository';
export * from './readService';
