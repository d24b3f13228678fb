import { ProductParameter } from '@paved-road/backstage-plugin-paved-road-common';
import { count } from '../../shared/words';

const plainTypes: Record<string, string> = {
  String: 'Text',
  Number: 'Number',
  CommaDelimitedList: 'Texts, with commas between them',
  'List<String>': 'Texts, with commas between them',
  'List<Number>': 'Numbers, with commas between them',
  'AWS::SSM::Parameter::Name': 'Name of a parameter in SSM Parameter Store',
};

/** What kind of value a parameter takes, in words. */
export function typeWords(type: string): string {
  if (Object.hasOwn(plainTypes, type)) {
    return plainTypes[type];
  }
  const stored = /^AWS::SSM::Parameter::Value<(.+)>$/.exec(type);
  if (stored) {
    return `Name of a parameter in SSM Parameter Store that holds: ${typeWords(
      stored[1],
    )}`;
  }
  const list = /^List<(.+)>$/.exec(type);
  return list ? `${list[1]}, several with commas between them` : type;
}

/** How long a value may be, such as `3 to 63 characters`. */
export function lengthWords(parameter: ProductParameter): string | undefined {
  const { minLength: min, maxLength: max } = parameter;
  if (min !== undefined && max !== undefined) {
    return min === max
      ? `Exactly ${count(max, 'character')}`
      : `${min.toLocaleString('en')} to ${count(max, 'character')}`;
  }
  if (min !== undefined) {
    return `At least ${count(min, 'character')}`;
  }
  return max === undefined ? undefined : `At most ${count(max, 'character')}`;
}

/** Between which numbers a value has to lie, such as `From 1 to 35`. */
export function rangeWords(parameter: ProductParameter): string | undefined {
  const { minValue: min, maxValue: max } = parameter;
  const said = (value: number) => value.toLocaleString('en');
  if (min !== undefined && max !== undefined) {
    return min === max
      ? `Only ${said(max)}`
      : `From ${said(min)} to ${said(max)}`;
  }
  if (min !== undefined) {
    return `${said(min)} or more`;
  }
  return max === undefined ? undefined : `${said(max)} or less`;
}

/** True where a parameter takes any value of its type. */
export function takesAnyValue(parameter: ProductParameter): boolean {
  return (
    parameter.allowedValues.length === 0 &&
    parameter.allowedPattern === undefined &&
    lengthWords(parameter) === undefined &&
    rangeWords(parameter) === undefined
  );
}
