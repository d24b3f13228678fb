export * from './askAgain';
export * from './awaitLaunch';
export * from './chooseVersion';
export * from './Pace';
export * from './parameterValues';
export * from './preflight';
export * from './prepareLaunch';
export * from './requestLaunch';
