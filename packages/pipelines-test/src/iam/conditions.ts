/** What AWS knows of a request, by condition key; absent keys are not there. */
export type RequestContext = Record<string, string | string[] | undefined>;

/** `*` and `?` as IAM has them. */
export function isLike(value: string, pattern: string, flags = ''): boolean {
  const source = pattern
    .split('')
    .map(character => {
      switch (character) {
        case '*':
          return '[\\s\\S]*';
        case '?':
          return '[\\s\\S]';
        default:
          return character.replace(/[\\^$.|+()[\]{}]/, '\\$&');
      }
    })
    .join('');
  return new RegExp(`^${source}$`, flags).test(value);
}

/** Each of the six parts is matched alone, so that no star reaches over a colon. */
function isLikeArn(value: string, pattern: string): boolean {
  const parts = (arn: string) => {
    const [head, ...tail] = [
      arn.split(':').slice(0, 5),
      arn.split(':').slice(5),
    ];
    return [...head, tail.flat().join(':')];
  };
  const [have, want] = [parts(value), parts(pattern)];
  return (
    have.length === want.length &&
    want.every((part, index) => isLike(have[index], part))
  );
}

const matchers: Record<string, (value: string, wanted: string) => boolean> = {
  StringEquals: (value, wanted) => value === wanted,
  StringLike: isLike,
  ArnEquals: isLikeArn,
  ArnLike: isLikeArn,
  Bool: (value, wanted) => value.toLowerCase() === wanted.toLowerCase(),
};

/**
 * Whether a block of conditions holds, after AWS's documentation of elements: all
 * operators and keys have to, and one of the values does.
 *
 * @throws Error for an operator or a variable that isn't known here.
 */
export function conditionsHold(
  block: Record<string, Record<string, string[]>>,
  context: RequestContext,
): boolean {
  const keys = new Map(
    Object.entries(context).map(([key, value]) => [key.toLowerCase(), value]),
  );
  return Object.entries(block).every(([operator, tests]) =>
    Object.entries(tests).every(([key, wanted]) =>
      holds(operator, wanted, keys.get(key.toLowerCase())),
    ),
  );
}

function holds(
  operator: string,
  wanted: string[],
  found: string | string[] | undefined,
): boolean {
  if (wanted.some(value => value.includes('${'))) {
    throw new Error(`Variables in policies are not known here: ${wanted}`);
  }
  if (operator === 'Null') {
    return String(found === undefined) === wanted[0];
  }
  const ifExists = operator.endsWith('IfExists');
  const name = operator.replace(/IfExists$/, '');
  const negated = name.includes('Not');
  const matcher = matchers[name.replace('Not', '')];
  if (!matcher) {
    throw new Error(`The operator ${operator} is not known here`);
  }
  if (found === undefined) {
    // What isn't there is not equal to anything.
    return ifExists || negated;
  }
  const values = [found].flat();
  const matches = values.some(value => wanted.some(one => matcher(value, one)));
  return negated ? !matches : matches;
}
