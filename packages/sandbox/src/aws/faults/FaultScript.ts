import { z } from 'zod';
import { Fault, FaultInput, faultSchema } from './faults';

interface Entry {
  fault: Fault;
  calls: number;
}

/** The script of what goes wrong, per operation and n-th call. */
export class FaultScript {
  private entries: Entry[] = [];

  constructor(faults: FaultInput[] = []) {
    this.set(faults);
  }

  add(...faults: FaultInput[]) {
    const entries = z
      .array(faultSchema)
      .max(1_000)
      .parse(faults)
      .map(fault => ({ fault, calls: 0 }));
    this.entries.push(...entries);
  }

  /** Replaces the script. */
  set(faults: FaultInput[]) {
    this.entries = [];
    this.add(...faults);
  }

  list(): Fault[] {
    return this.entries.map(({ fault }) => fault);
  }

  /** What befalls a call: the first of the script that is due. Every entry counts the call. */
  next(call: { operation: string; account?: string }): Fault | undefined {
    const due = this.entries.filter(entry => {
      const { fault } = entry;
      const meant =
        (fault.operation === undefined || fault.operation === call.operation) &&
        (fault.account === undefined || fault.account === call.account);
      if (!meant) {
        return false;
      }
      entry.calls += 1;
      return (
        entry.calls >= fault.call && entry.calls < fault.call + fault.times
      );
    });
    return due[0]?.fault;
  }
}
