export * from './ParameterFields';
export * from './TagFields';
export * from './values';
