import { isRecord } from '../documents/isRecord';
import { callOf } from './callOf';
import { chooseBranch } from './functions/choose';
import { isIntrinsic, isMacro } from './functions/intrinsics';
import { Problems } from './Problems';
import { nothing, Resolved } from './resolved';
import { Resolver } from './Resolver';

/** Puts values into what a template holds, and notes where that can't be done. */
export class Filler {
  readonly #resolver: Resolver;
  readonly #problems: Problems;
  /** The resource that is filled, where it is one. */
  readonly #resource?: string;

  constructor(resolver: Resolver, problems: Problems, resource?: string) {
    this.#resolver = resolver;
    this.#problems = problems;
    this.#resource = resource;
  }

  /** Undefined for what is to be left out. */
  fill(node: unknown, path: string): unknown {
    const call = callOf(node);
    if (call?.name === 'Fn::If') {
      return this.#fillChoice(node, call.argument, path);
    }
    if (call && isIntrinsic(call.name)) {
      return this.#place(this.#resolver.resolve(node), path);
    }
    if (Array.isArray(node)) {
      return this.#fillList(node, path);
    }
    return isRecord(node)
      ? this.fillMap(node, path)
      : this.#place(this.#resolver.resolve(node), path);
  }

  fillMap(
    node: Record<string, unknown>,
    path: string,
  ): Record<string, unknown> {
    return Object.fromEntries(
      Object.entries(node).flatMap(([key, value]) => {
        const filled = this.fillMember(key, value, path);
        return filled === undefined ? [] : [[key, filled]];
      }),
    );
  }

  fillMember(key: string, value: unknown, path: string): unknown {
    const own = `${path}/${key}`;
    return isMacro(key)
      ? this.#place(this.#resolver.resolveMember(key, value), own)
      : this.fill(value, own);
  }

  tell(path: string, problem: string): void {
    this.#problems.add(path, problem, this.#resource);
  }

  #fillList(items: unknown[], path: string): unknown[] {
    const filled: unknown[] = [];
    for (const item of items) {
      const value = this.fill(item, `${path}/${filled.length}`);
      if (value !== undefined) {
        filled.push(value);
      }
    }
    return filled;
  }

  #fillChoice(node: unknown, argument: unknown, path: string): unknown {
    const choice = chooseBranch(argument, this.#resolver);
    if (!choice) {
      return this.#place(this.#resolver.resolve(node), path);
    }
    if ('branch' in choice) {
      return this.fill(choice.branch, path);
    }
    this.tell(path, choice.problem);
    const branches = choice.branches.map(
      (branch, index) =>
        this.fill(branch, `${path}/Fn::If/${index + 1}`) ?? nothing.placed,
    );
    return { 'Fn::If': [choice.condition, ...branches] };
  }

  #place(part: Resolved, path: string): unknown {
    part.problems.forEach(problem => this.tell(path, problem));
    return part.kind === 'nothing' ? undefined : part.placed;
  }
}
