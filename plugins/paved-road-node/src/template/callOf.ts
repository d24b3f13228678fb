import { isRecord } from '../documents/isRecord';

/** A function as it is written: a map with its name for the only key. */
export interface Call {
  name: string;
  argument: unknown;
}

/** Undefined for what is no map with one key. */
export function callOf(node: unknown): Call | undefined {
  if (!isRecord(node)) {
    return undefined;
  }
  const [name, ...others] = Object.keys(node);
  return name === undefined || others.length > 0
    ? undefined
    : { name, argument: node[name] };
}
