/** A value as a template writes it. */
export type ParameterValue = Single | Single[];

type Single = string | number | boolean;

/** Values as CloudFormation takes them: text, with commas between items. */
export function parameterValues(
  parameters: Record<string, ParameterValue> = {},
): { key: string; value: string }[] {
  return Object.entries(parameters).map(([key, value]) => ({
    key,
    value: Array.isArray(value) ? value.join(',') : String(value),
  }));
}
