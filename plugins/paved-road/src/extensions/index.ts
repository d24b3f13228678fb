export * from './apis';
export * from './entityCards';
export * from './entityContent';
export * from './formFields';
export * from './pages';
