import { isRecord } from '../../documents/isRecord';

/** Whether a condition holds, or why that can't be told before the launch. */
export type Told = { holds: boolean } | { why: string };

export const unreadable: Told = {
  why: 'It is not written as CloudFormation writes conditions',
};

/** What is told of a template's conditions so far. */
export class Conditions {
  readonly #told = new Map<string, Told>();

  tell(name: string, told: Told): void {
    this.#told.set(name, told);
  }

  get(name: string): Told {
    return (
      this.#told.get(name) ?? { why: `The template has no condition ${name}` }
    );
  }

  /** Of a resource or an output; undefined where it has none. */
  of(thing: unknown): Told | undefined {
    if (!isRecord(thing) || !Object.hasOwn(thing, 'Condition')) {
      return undefined;
    }
    return typeof thing.Condition === 'string'
      ? this.get(thing.Condition)
      : unreadable;
  }

  /** Whether a resource or an output is certainly not created. */
  isLeftOut(thing: unknown): boolean {
    const told = this.of(thing);
    return told !== undefined && 'holds' in told && !told.holds;
  }
}
