import { Budget } from './Budget';
import { Told } from './conditions/Conditions';
import { Kept, Resolved } from './resolved';

/** What functions can ask of the template and the chosen values. */
export interface Scope {
  readonly budget: Budget;
  resolve(node: unknown): Resolved;
  /** What `Ref` of the name comes to. */
  reference(name: string): Resolved;
  /** An attribute of a resource, which is known only when there is one. */
  attribute(resource: string, placed: unknown): Kept;
  /** Undefined where the mapping has no such key. */
  mapped(mapping: string, key: string, secondKey: string): unknown;
  condition(name: string): Told;
}

/** What a function comes to. */
export type Intrinsic = (argument: unknown, scope: Scope) => Resolved;
