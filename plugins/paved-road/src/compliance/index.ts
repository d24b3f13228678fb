export * from './fleet/ServicesPage';
export * from './RuleLink';
export * from './sentences';
export * from './service/EntityComplianceCard';
export * from './service/EntityComplianceContent';
export * from './service/isOnPavedRoad';
export * from './service/TopBlockers';
export * from './StatusMarks';
