import { kept, problemsOf } from '../resolved';
import { Intrinsic, Scope } from '../Scope';
import { malformed } from './malformed';

/** What `Fn::If` chooses, or both branches and why that can't be told. */
export type Choice =
  | { branch: unknown }
  | { condition: string; branches: [unknown, unknown]; problem: string };

/** Undefined for what is not written as `Fn::If` is. */
export function chooseBranch(
  argument: unknown,
  scope: Scope,
): Choice | undefined {
  if (!Array.isArray(argument) || argument.length !== 3) {
    return undefined;
  }
  const [condition, yes, no] = argument;
  if (typeof condition !== 'string') {
    return undefined;
  }
  const told = scope.condition(condition);
  return 'holds' in told
    ? { branch: told.holds ? yes : no }
    : {
        condition,
        branches: [yes, no],
        problem: conditionProblem(condition, told.why),
      };
}

export function conditionProblem(condition: unknown, why: string): string {
  const name = typeof condition === 'string' ? ` ${condition}` : '';
  return `The condition${name} can't be evaluated. ${why}`;
}

export const choose: Intrinsic = (argument, scope) => {
  const choice = chooseBranch(argument, scope);
  if (!choice) {
    return malformed('Fn::If', argument);
  }
  if ('branch' in choice) {
    return scope.resolve(choice.branch);
  }
  const branches = choice.branches.map(branch => scope.resolve(branch));
  const rebuilt = [choice.condition, ...branches.map(({ placed }) => placed)];
  return {
    ...kept({ 'Fn::If': rebuilt }, choice.problem),
    problems: [choice.problem, ...problemsOf(branches)],
  };
};
