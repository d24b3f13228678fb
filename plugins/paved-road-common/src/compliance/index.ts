export * from './checkSignal';
export * from './operations';
export * from './report';
export * from './service';
export * from './verdict';
