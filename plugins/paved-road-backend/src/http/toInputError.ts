import { InputError } from '@backstage/errors';
import { z } from 'zod';

type Part = 'params' | 'query' | 'body';

const words: Record<Part, string> = {
  params: 'path parameter',
  query: 'query parameter',
  body: 'body field',
};

/** More would hide the first. */
const MOST_SHOWN = 5;

/** An error that names each field that is wrong, and what is wrong with it. */
export function toInputError(part: Part, error: z.ZodError): InputError {
  const issues = error.issues.flatMap(withoutUnions);
  const problems = issues.slice(0, MOST_SHOWN).map(issue => {
    if (issue.code === 'unrecognized_keys') {
      return `${words[part]} '${issue.keys.join("', '")}' is not known`;
    }
    const field = issue.path.map(String).join('.');
    return field
      ? `${words[part]} '${field}': ${issue.message}`
      : `${part}: ${issue.message}`;
  });
  const more = issues.length - problems.length;
  return new InputError(
    problems.join('; ') + (more > 0 ? `; and ${more} more` : ''),
  );
}

/** Of a value that may take several forms, what is wrong with it in the form that it has. */
function withoutUnions(issue: z.core.$ZodIssue): z.core.$ZodIssue[] {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) {
    return [issue];
  }
  const isDeep = (branch: z.core.$ZodIssue[]) =>
    branch.some(({ path }) => path.length > 0);
  const isOfForm = ([first]: z.core.$ZodIssue[]) =>
    first.code !== 'invalid_type';
  const branch =
    issue.errors.find(isDeep) ?? issue.errors.find(isOfForm) ?? issue.errors[0];
  return branch.map(inner => ({
    ...inner,
    path: [...issue.path, ...inner.path],
  }));
}
