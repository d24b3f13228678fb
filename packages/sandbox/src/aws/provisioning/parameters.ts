import { Product, Version } from '../catalog/model';
import { rulesOf } from '../catalog/provisioningParameters';
import { TemplateParameter } from '../catalog/template';
import { ParameterValue } from './model';
import { brokenRules } from './rules';

/** What is kept in place of a NoEcho parameter's value. */
const HIDDEN = '****';

export interface GivenParameter {
  Key?: string;
  Value?: string;
  UsePreviousValue?: boolean;
}

/** The values of a launch, with what is wrong with them. */
export interface ChosenParameters {
  /** To be kept: NoEcho values are hidden. */
  kept: ParameterValue[];
  /** Required ones without a value; AWS finds them only later. */
  missing: string[];
  /** What the template forbids. */
  problems: string[];
}

/** CloudFormation wants the whole value to match, and so does this. */
function matches(pattern: string, value: string): boolean {
  try {
    return new RegExp(`^(?:${pattern})$`, 's').test(value);
  } catch {
    // Of Java's kind, which JavaScript doesn't read.
    return true;
  }
}

const isNumber = (value: string) =>
  /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(value.trim());

function breaks(parameter: TemplateParameter, value: string): boolean {
  const { AllowedValues, AllowedPattern, Type } = parameter;
  const members =
    Type === 'CommaDelimitedList' || Type.startsWith('List<')
      ? value.split(',').map(member => member.trim())
      : [value];
  const numeric = Type === 'Number' || Type === 'List<Number>';
  return members.some(
    member =>
      (numeric && !isNumber(member)) ||
      (AllowedValues && !AllowedValues.includes(member)) ||
      (AllowedPattern !== undefined && !matches(AllowedPattern, member)) ||
      member.length < Number(parameter.MinLength ?? 0) ||
      member.length > Number(parameter.MaxLength ?? Infinity) ||
      Number(member) < Number(parameter.MinValue ?? -Infinity) ||
      Number(member) > Number(parameter.MaxValue ?? Infinity),
  );
}

function problemOf(key: string, parameter: TemplateParameter): string {
  const { ConstraintDescription } = parameter;
  return ConstraintDescription
    ? `Parameter '${key}' failed to satisfy constraint: ${ConstraintDescription}`
    : `Parameter '${key}' failed to satisfy the constraints of the template`;
}

/**
 * Puts together what a launch's parameters are: the given ones, else those of
 * before where an update keeps them, else the template's defaults.
 */
export function chooseParameters(
  {
    product,
    version,
  }: {
    product: Pick<Product, 'templateConstraints'>;
    version: Pick<Version, 'template'>;
  },
  given: GivenParameter[],
  previous: { values: ParameterValue[]; keepOmitted: boolean } = {
    values: [],
    keepOmitted: false,
  },
): ChosenParameters {
  const declared = version.template.Parameters;
  const keys = given.map(({ Key }) => Key ?? '');
  const problems = [
    ...keys
      .filter((key, index) => keys.indexOf(key) !== index)
      .map(key => `Parameter '${key}' is given more than once`),
    ...keys
      .filter(key => !Object.hasOwn(declared, key))
      .map(key => `Parameters: [${key}] do not exist in the template`),
  ];
  const before = new Map(previous.values.map(({ key, value }) => [key, value]));
  const missing: string[] = [];
  const values: Record<string, string> = {};
  const kept: ParameterValue[] = [];
  for (const [key, parameter] of Object.entries(declared)) {
    const entry = given.find(({ Key }) => Key === key);
    const untouched =
      entry === undefined ? previous.keepOmitted : entry.UsePreviousValue;
    const value = untouched
      ? before.get(key) ?? parameter.Default
      : entry?.Value ?? parameter.Default;
    if (value === undefined) {
      missing.push(key);
      continue;
    }
    kept.push({ key, value: parameter.NoEcho ? HIDDEN : value });
    // A hidden value of before was looked at when it was given.
    const known = !(parameter.NoEcho && untouched && before.has(key));
    if (known) {
      values[key] = value;
      if (breaks(parameter, value)) {
        problems.push(problemOf(key, parameter));
      }
    }
  }
  problems.push(...brokenRules(rulesOf(product, version), values));
  return { kept, missing, problems };
}
