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
  const problems = error.issues.slice(0, MOST_SHOWN).map(issue => {
    if (issue.code === 'unrecognized_keys') {
      return `${words[part]} '${issue.keys.join("', '")}' is not known`;
    }
    const field = issue.path.map(String).join('.');
    return field
      ? `${words[part]} '${field}': ${issue.message}`
      : `${part}: ${issue.message}`;
  });
  const more = error.issues.length - problems.length;
  return new InputError(
    problems.join('; ') + (more > 0 ? `; and ${more} more` : ''),
  );
}
