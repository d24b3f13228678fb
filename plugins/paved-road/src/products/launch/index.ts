export * from './LaunchPage';
export * from './UpdatePage';
