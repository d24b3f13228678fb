import { Catalog } from '../catalog/Catalog';
import { Effect } from '../faults/faults';
import { Ledger } from '../provisioning/Ledger';
import { Place, Principal } from '../provisioning/model';
import { Timing } from '../provisioning/schedule';
import { Switches } from '../switches';

/** What one call works with. */
export interface Context {
  catalog: Catalog;
  ledger: Ledger;
  switches: Switches;
  timing: Timing;
  /** Who calls, and where. */
  caller: Place & { principal: Principal };
  /** When it is, for what is written. */
  now: number;
  /** When it is for what is read: reads may lag behind writes. */
  readAt: number;
  /** What a fault does to what is accepted in this call. */
  effect?: Effect;
  /** Where the sandbox answers. */
  baseUrl: string;
}
