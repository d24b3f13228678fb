import { Kept, kept } from '../resolved';

/** A function that CloudFormation would refuse stays as it is written. */
export function malformed(name: string, argument: unknown): Kept {
  return kept(
    { [name]: argument },
    `${name} is not written as CloudFormation reads it`,
  );
}
