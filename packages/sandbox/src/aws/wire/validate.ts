import { z } from 'zod';
import { AwsError } from './AwsError';

type Issue = z.core.$ZodIssue;

const lowerFirst = (word: string) =>
  `${word.slice(0, 1).toLowerCase()}${word.slice(1)}`;

/** As AWS counts: `tags.1.member.key`, from 1. */
function placeOf(path: readonly PropertyKey[]): string {
  return path
    .map(step =>
      typeof step === 'number'
        ? `${step + 1}.member`
        : lowerFirst(String(step)),
    )
    .join('.');
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, step) => (value as Record<PropertyKey, unknown>)?.[step],
    input,
  );
}

function constraintOf(issue: Issue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return 'Member must not be null';
    case 'too_big':
      return issue.origin === 'number'
        ? `Member must have value less than or equal to ${issue.maximum}`
        : `Member must have length less than or equal to ${issue.maximum}`;
    case 'too_small':
      return issue.origin === 'number'
        ? `Member must have value greater than or equal to ${issue.minimum}`
        : `Member must have length greater than or equal to ${issue.minimum}`;
    case 'invalid_format':
      // The shapes put AWS's own spelling of the pattern into the message.
      return `Member must satisfy regular expression pattern: ${issue.message}`;
    case 'invalid_value':
      return `Member must satisfy enum value set: [${issue.values.join(', ')}]`;
    default:
      return undefined;
  }
}

function isWrongType(issue: Issue, value: unknown): boolean {
  if (issue.code === 'invalid_type') {
    return value !== undefined && value !== null;
  }
  return issue.code === 'invalid_value' && typeof value !== 'string'
    ? value !== undefined && value !== null
    : false;
}

/**
 * Checks an input against its shape, and refuses it in the words of AWS. The
 * value is quoted, as AWS does it.
 *
 * @throws AwsError SerializationException for a wrong type, ValidationException for all else.
 */
export function validate<S extends z.ZodType>(
  shape: S,
  input: unknown,
): z.output<S> {
  const { success, data, error } = shape.safeParse(input);
  if (success) {
    return data;
  }
  const wrong = error.issues.find(issue =>
    isWrongType(issue, valueAt(input, issue.path)),
  );
  if (wrong) {
    throw new AwsError(
      'SerializationException',
      `The value at '${placeOf(wrong.path)}' has the wrong type`,
    );
  }
  const problems = error.issues.map(issue => {
    const value = valueAt(input, issue.path);
    const quoted =
      value === undefined || value === null ? 'null' : `'${String(value)}'`;
    // An enum's member that is missing is no wrong member of it.
    const constraint =
      quoted === 'null' ? 'Member must not be null' : constraintOf(issue);
    return `Value ${quoted} at '${placeOf(
      issue.path,
    )}' failed to satisfy constraint: ${constraint ?? issue.message}`;
  });
  throw new AwsError(
    'ValidationException',
    `${problems.length} validation error${
      problems.length > 1 ? 's' : ''
    } detected: ${problems.join('; ')}`,
  );
}
