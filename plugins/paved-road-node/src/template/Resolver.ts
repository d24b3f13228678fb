import { isRecord } from '../documents/isRecord';
import { Budget } from './Budget';
import { callOf } from './callOf';
import { Conditions, Told } from './conditions/Conditions';
import { applyIntrinsic, isIntrinsic, isMacro } from './functions/intrinsics';
import { Names } from './Names';
import { Kept, known, problemsOf, Resolved, isSecret, whyOf } from './resolved';
import { Scope } from './Scope';

export interface ResolverOptions {
  names: Names;
  mappings: unknown;
  /** Told one after another, while the resolver is asked. */
  conditions: Conditions;
}

/** Tells what parts of a template come to. */
export class Resolver implements Scope {
  readonly budget = new Budget();
  readonly #names: Names;
  readonly #mappings: unknown;
  readonly #conditions: Conditions;

  constructor({ names, mappings, conditions }: ResolverOptions) {
    this.#names = names;
    this.#mappings = mappings;
    this.#conditions = conditions;
  }

  resolve(node: unknown): Resolved {
    const call = callOf(node);
    if (call && isIntrinsic(call.name)) {
      return applyIntrinsic(call.name, call.argument, this);
    }
    if (Array.isArray(node)) {
      const items = node
        .map(item => this.resolve(item))
        .filter(({ kind }) => kind !== 'nothing');
      return combine(items, part => items.map(part));
    }
    if (isRecord(node)) {
      return this.#resolveMap(node);
    }
    return known(node);
  }

  /** What a key of a map that is no function comes to. */
  resolveMember(key: string, value: unknown): Resolved {
    if (!isMacro(key)) {
      return this.resolve(value);
    }
    const { placed, ...rest } = applyIntrinsic(key, value, this);
    return { ...rest, placed: isRecord(placed) ? placed[key] : placed };
  }

  reference(name: string): Resolved {
    return this.#names.reference(name);
  }

  attribute(resource: string, placed: unknown): Kept {
    return this.#names.attribute(resource, placed);
  }

  mapped(...keys: [string, string, string]): unknown {
    return keys.reduce<unknown>(
      (node, key) =>
        isRecord(node) && Object.hasOwn(node, key) ? node[key] : undefined,
      this.#mappings,
    );
  }

  condition(name: string): Told {
    return this.#conditions.get(name);
  }

  #resolveMap(node: Record<string, unknown>): Resolved {
    const members = Object.entries(node)
      .map(([key, value]) => ({ key, part: this.resolveMember(key, value) }))
      .filter(({ part }) => part.kind !== 'nothing');
    return combine(
      members.map(({ part }) => part),
      of => Object.fromEntries(members.map(({ key, part }) => [key, of(part)])),
    );
  }
}

/** A map or list: known where all in it is, and a secret where anything in it is. */
function combine(
  parts: Resolved[],
  build: (of: (part: Resolved) => unknown) => unknown,
): Resolved {
  const placed = build(part => part.placed);
  const problems = problemsOf(parts);
  return parts.every(({ kind }) => kind === 'known')
    ? {
        kind: 'known',
        value: build(part => (part.kind === 'known' ? part.value : undefined)),
        placed,
        secret: parts.some(isSecret),
        problems,
      }
    : { kind: 'kept', placed, why: whyOf(parts), problems };
}
