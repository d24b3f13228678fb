/** A value that can be told before the launch. */
export interface Known {
  kind: 'known';
  /** As CloudFormation calculates with it: a number is the text that was given. */
  value: unknown;
  /** As it stands in the result; for a secret that is the function itself. */
  placed: unknown;
  secret: boolean;
  problems: string[];
}

/** A part that stays a function, with what is known put in. */
export interface Kept {
  kind: 'kept';
  placed: unknown;
  /** Why a condition on it can't be told. */
  why: string;
  /** What a reader of verdicts has to know; a reference to a resource is none. */
  problems: string[];
}

/** `AWS::NoValue`: what is to be left out. */
export interface Nothing {
  kind: 'nothing';
  placed: unknown;
  problems: string[];
}

/** What became of a part of the template. */
export type Resolved = Known | Kept | Nothing;

export const dynamicReference =
  'A dynamic reference ({{resolve:…}}) is read only at launch';

export function isDynamic(value: unknown): boolean {
  return Array.isArray(value)
    ? value.some(isDynamic)
    : typeof value === 'string' && value.includes('{{resolve:');
}

export const nothing: Nothing = {
  kind: 'nothing',
  placed: { Ref: 'AWS::NoValue' },
  problems: [],
};

/** A dynamic reference is not known, though its text is. */
export function known(value: unknown, placed: unknown = value): Known | Kept {
  return isDynamic(value)
    ? kept(placed, dynamicReference)
    : { kind: 'known', value, placed, secret: false, problems: [] };
}

/** What stays, and a reader has to know why. */
export function kept(placed: unknown, problem: string): Kept {
  return { kind: 'kept', placed, why: problem, problems: [problem] };
}

/** What stays because it is of the stack that is to come. */
export function later(placed: unknown, why: string): Kept {
  return { kind: 'kept', placed, why, problems: [] };
}

/** The text of a single value, as functions take it. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ||
    typeof value === 'number' ||
    typeof value === 'boolean'
    ? String(value)
    : undefined;
}

export function problemsOf(parts: Resolved[]): string[] {
  return [...new Set(parts.flatMap(({ problems }) => problems))];
}

export function whyOf(parts: Resolved[]): string {
  const unknown = parts.find(({ kind }) => kind !== 'known');
  return unknown?.kind === 'kept' ? unknown.why : 'AWS::NoValue is no value';
}

/**
 * What a function comes to: calculated where all its parts are known, else
 * itself with the known parts put in. What comes of a secret is one, too.
 */
export function calculate(
  parts: Resolved[],
  rebuilt: unknown,
  calculation: () => Resolved,
): Resolved {
  const problems = problemsOf(parts);
  if (parts.some(({ kind }) => kind !== 'known')) {
    return { kind: 'kept', placed: rebuilt, why: whyOf(parts), problems };
  }
  const result = calculation();
  const all = [...new Set([...problems, ...result.problems])];
  if (!parts.some(isSecret)) {
    return { ...result, problems: all };
  }
  return result.kind === 'known'
    ? { ...result, placed: rebuilt, secret: true, problems: all }
    : { ...result, placed: rebuilt, problems: all };
}

export function isSecret(part: Resolved): boolean {
  return part.kind === 'known' && part.secret;
}

/** For functions that take a secret apart or choose by it: what is left says little. */
export function withSecretTold(
  name: string,
  parts: Resolved[],
  result: Resolved,
): Resolved {
  const problem = `${name} depends on a secret, which is not put in`;
  return parts.some(isSecret)
    ? { ...result, problems: [...result.problems, problem] }
    : result;
}
