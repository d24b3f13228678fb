import { Catalog } from './catalog/Catalog';
import { FaultScript } from './faults/FaultScript';
import { StackStore } from './cloudformation/StackStore';
import { Ledger } from './provisioning/Ledger';
import { Timing } from './provisioning/schedule';
import { Switches } from './switches';

/** One call that has come in, for those who want to count them. */
export interface Call {
  operation: string;
  account?: string;
  /** The fault that it met. */
  fault?: string;
}

/** What all parts of a running sandbox AWS share. */
export interface Sandbox {
  catalog: Catalog;
  ledger: Ledger;
  stacks: StackStore;
  faults: FaultScript;
  calls: Call[];
  clock: () => number;
  /** May be changed while it runs. */
  timing: Timing;
  switches: Switches;
}
