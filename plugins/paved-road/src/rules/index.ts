export * from './GapMarks';
export * from './ruleFilters';
export * from './ruleGaps';
export * from './RulesRouter';
