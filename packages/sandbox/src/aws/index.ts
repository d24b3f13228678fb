export * from './startAws';
export * from './switches';
export type { Fault, FaultInput } from './faults/faults';
