import { RE2JS } from 're2js';
import { ProductForm, ProductParameter } from './form';

/** AWS's limit for one value. */
const LONGEST_VALUE = 4096;

const LIST_TYPES = /^(CommaDelimitedList|List<.*>)$/;

/**
 * What is wrong with one value, for the person who has typed it.
 *
 * @public
 */
export interface ValueProblem {
  /** Of the parameter. */
  key: string;
  message: string;
}

/**
 * What is chosen for a launch or an update. A parameter that is not among the
 * values has its default, or with an update what it has now.
 *
 * @public
 */
export interface ChosenValues {
  values: Record<string, string>;
  /** Keys that keep what they have now: an update asks for nothing else there. */
  previous?: string[];
}

/**
 * Compares values with what a version asks, with the same words in the browser
 * and in the backend. Rules over several parameters are AWS's to evaluate.
 *
 * @public
 */
export function validateValues(
  form: Pick<ProductForm, 'groups'>,
  { values, previous = [] }: ChosenValues,
): ValueProblem[] {
  const parameters = form.groups.flatMap(group => group.parameters);
  const known = new Set(parameters.map(({ key }) => key));
  const strangers = [...Object.keys(values), ...previous].filter(
    key => !known.has(key),
  );
  return [
    ...parameters.flatMap(parameter => {
      const message = previous.includes(parameter.key)
        ? undefined
        : problemOf(
            parameter,
            Object.hasOwn(values, parameter.key)
              ? values[parameter.key]
              : undefined,
          );
      return message ? [{ key: parameter.key, message }] : [];
    }),
    ...strangers.map(key => ({
      key,
      message: `This version has no parameter '${key}'; leave it out`,
    })),
  ];
}

/**
 * What is wrong with one value; `undefined` where nothing is. A value that is
 * wrong is not repeated, since it may be secret.
 *
 * @public
 */
export function problemOf(
  parameter: ProductParameter,
  value: string | undefined,
): string | undefined {
  if (value === undefined) {
    return parameter.hasDefault
      ? undefined
      : 'Give a value: there is no default';
  }
  if (value.length > LONGEST_VALUE) {
    return `Is ${value.length} characters long; AWS takes ${LONGEST_VALUE} at most`;
  }
  const problem = LIST_TYPES.test(parameter.type)
    ? problemOfList(parameter, value)
    : problemOfOne(parameter, value);
  return problem && parameter.constraintDescription
    ? `${problem} (${parameter.constraintDescription})`
    : problem;
}

function problemOfList(
  parameter: ProductParameter,
  value: string,
): string | undefined {
  // CloudFormation takes the spaces around the commas away.
  const items = value.split(',').map(item => item.trim());
  for (const item of items) {
    const problem = problemOfOne(
      { ...parameter, type: itemTypeOf(parameter.type) },
      item,
    );
    if (problem) {
      return `Each item between commas counts: ${lowerFirst(problem)}`;
    }
  }
  return undefined;
}

function itemTypeOf(type: string): string {
  return type.startsWith('List<') ? type.slice(5, -1) : 'String';
}

function problemOfOne(
  parameter: ProductParameter,
  value: string,
): string | undefined {
  const { allowedValues } = parameter;
  if (allowedValues.length > 0 && !allowedValues.includes(value)) {
    return `Choose one of ${allowedValues.join(', ')}`;
  }
  return parameter.type === 'Number'
    ? problemOfNumber(parameter, value)
    : problemOfText(parameter, value);
}

function problemOfNumber(
  { minValue, maxValue }: ProductParameter,
  text: string,
): string | undefined {
  const value = text.trim() === '' ? NaN : Number(text);
  if (!Number.isFinite(value)) {
    return 'Give a number';
  }
  if (minValue !== undefined && value < minValue) {
    return `Give a number of at least ${minValue}`;
  }
  return maxValue !== undefined && value > maxValue
    ? `Give a number of at most ${maxValue}`
    : undefined;
}

function problemOfText(
  { minLength, maxLength, allowedPattern }: ProductParameter,
  value: string,
): string | undefined {
  if (minLength !== undefined && value.length < minLength) {
    return value === ''
      ? `Give a value of at least ${charactersIn(minLength)}`
      : `Is too short: give at least ${charactersIn(minLength)}`;
  }
  if (maxLength !== undefined && value.length > maxLength) {
    return `Is too long: give at most ${charactersIn(maxLength)}`;
  }
  return allowedPattern !== undefined && !matches(allowedPattern, value)
    ? `Has to match the pattern ${allowedPattern}`
    : undefined;
}

function charactersIn(count: number): string {
  return `${count} ${count === 1 ? 'character' : 'characters'}`;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/**
 * CloudFormation's patterns are Java's, and match the whole value. They come
 * from strangers, so they are tried in linear time; what RE2 can't express, such
 * as a look ahead, is left to AWS.
 */
function matches(pattern: string, value: string): boolean {
  let expression: RE2JS;
  try {
    expression = RE2JS.compile(pattern);
  } catch {
    return true;
  }
  return expression.matches(value);
}
