export * from './adoption/AdoptionPage';
export * from './ChangeList';
export * from './links';
export * from './list/GoldenPathsPage';
