import { z } from 'zod';

/** What a form of the AWS Query protocol says: `Tags.member.1.Key` is the first tag's key. */
export type Form = { [name: string]: string | Form | (string | Form)[] };

const MOST_FIELDS = 2_000;

function settle(value: string | Form): string | Form | (string | Form)[] {
  if (typeof value === 'string') {
    return value;
  }
  const settled = Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, settle(inner as Form)]),
  );
  const { member } = settled;
  return typeof member === 'object' && !Array.isArray(member)
    ? (Object.values(member) as (string | Form)[])
    : (settled as Form);
}

/** A list in a form; an empty one comes as no more than its name. */
export const listOf = <S extends z.ZodType>(member: S) =>
  z.preprocess(
    value => (value === '' || value === undefined ? [] : value),
    z.array(member),
  );

/** Reads a form's fields into what they mean. */
export function readForm(body: string): Form {
  const root: Form = Object.create(null);
  const fields = [...new URLSearchParams(body)].slice(0, MOST_FIELDS);
  for (const [name, value] of fields) {
    const steps = name.split('.');
    let at = root;
    for (const step of steps.slice(0, -1)) {
      const next = at[step];
      if (typeof next === 'object' && !Array.isArray(next)) {
        at = next;
      } else {
        const made: Form = Object.create(null);
        at[step] = made;
        at = made;
      }
    }
    at[steps[steps.length - 1]] = value;
  }
  return settle(root) as Form;
}
