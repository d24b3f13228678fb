import type {
  DescribeProvisioningParametersOutput,
  ProvisioningArtifactParameter,
} from '@aws-sdk/client-service-catalog';
import { ProductParameter } from '@paved-road/backstage-plugin-paved-road-common';
import { z } from 'zod';
import { ReadForm } from '../ProductSource';

/**
 * `AWS::CloudFormation::Interface` as the usage instructions carry it:
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-cloudformation-interface.html
 */
const interfaceSchema = z
  .object({
    ParameterGroups: z
      .array(
        z.object({
          Label: z.object({ default: z.string() }).partial().optional(),
          Parameters: z.array(z.string()).default([]),
        }),
      )
      .default([]),
    ParameterLabels: z
      .record(z.string(), z.object({ default: z.string() }).partial())
      .default({}),
  })
  .partial();

const metadataSchema = z.object({
  'AWS::CloudFormation::Interface': interfaceSchema.optional(),
});

/** https://docs.aws.amazon.com/servicecatalog/latest/adminguide/reference-template_constraint_rules.html */
const rulesSchema = z.record(
  z.string(),
  z.object({
    Assertions: z
      .array(z.object({ AssertDescription: z.string().optional() }))
      .default([]),
  }),
);

/** What a version asks, from AWS's answer; what in it can't be read is left out. */
export function toForm(output: DescribeProvisioningParametersOutput): ReadForm {
  const { 'AWS::CloudFormation::Interface': layout = {} } =
    readInstruction(output, 'metadata', metadataSchema) ?? {};
  const labels = layout.ParameterLabels ?? {};
  const parameters = new Map(
    (output.ProvisioningArtifactParameters ?? []).flatMap(parameter => {
      const read = toParameter(parameter, labels);
      return read ? [[read.key, read] as const] : [];
    }),
  );
  return {
    groups: groupParameters(parameters, layout.ParameterGroups ?? []),
    // No values at all are AWS's way to say that the portfolios disagree.
    tagOptions: (output.TagOptions ?? []).flatMap(({ Key, Values = [] }) =>
      Key && Values.length > 0 ? [{ key: Key, values: Values }] : [],
    ),
    constraints: (output.ConstraintSummaries ?? []).map(
      ({ Type, Description }) => ({
        type: Type || 'UNKNOWN',
        description: Description || undefined,
      }),
    ),
    rules: Object.entries(
      readInstruction(output, 'rules', rulesSchema) ?? {},
    ).map(([name, { Assertions }]) => ({
      name,
      assertions: Assertions.flatMap(
        ({ AssertDescription }) => AssertDescription ?? [],
      ),
    })),
    launchRole: instructionOf(output, 'launchAsRole') || undefined,
    outputs: (output.ProvisioningArtifactOutputKeys ?? []).flatMap(
      ({ Key, Description }) =>
        Key ? [{ key: Key, description: Description || undefined }] : [],
    ),
  };
}

function groupParameters(
  parameters: Map<string, ProductParameter>,
  groups: { Label?: { default?: string }; Parameters?: string[] }[],
): ReadForm['groups'] {
  const rest = new Map(parameters);
  const labelled = groups.map(({ Label, Parameters = [] }) => ({
    label: Label?.default,
    parameters: Parameters.flatMap(key => {
      const parameter = rest.get(key);
      rest.delete(key);
      return parameter ?? [];
    }),
  }));
  return [
    ...labelled,
    { label: undefined, parameters: [...rest.values()] },
  ].filter(group => group.parameters.length > 0);
}

function toParameter(
  {
    ParameterKey,
    ParameterType,
    DefaultValue,
    Description,
    IsNoEcho,
    ParameterConstraints: limits = {},
  }: ProvisioningArtifactParameter,
  labels: Record<string, { default?: string }>,
): ProductParameter | undefined {
  if (!ParameterKey) {
    return undefined;
  }
  return {
    key: ParameterKey,
    label: Object.hasOwn(labels, ParameterKey)
      ? labels[ParameterKey].default
      : undefined,
    description: Description || undefined,
    type: ParameterType || 'String',
    // A default that is secret is none of the reader's business.
    default: IsNoEcho ? undefined : DefaultValue,
    hasDefault: DefaultValue !== undefined,
    noEcho: IsNoEcho === true,
    allowedValues: limits.AllowedValues ?? [],
    allowedPattern: limits.AllowedPattern || undefined,
    minLength: toNumber(limits.MinLength),
    maxLength: toNumber(limits.MaxLength),
    minValue: toNumber(limits.MinValue),
    maxValue: toNumber(limits.MaxValue),
    constraintDescription: limits.ConstraintDescription || undefined,
  };
}

/** AWS writes limits as texts. */
function toNumber(text: string | undefined): number | undefined {
  const value = text?.trim() ? Number(text) : NaN;
  return Number.isFinite(value) ? value : undefined;
}

function instructionOf(
  output: DescribeProvisioningParametersOutput,
  type: string,
): string | undefined {
  return output.UsageInstructions?.find(({ Type }) => Type === type)?.Value;
}

function readInstruction<T>(
  output: DescribeProvisioningParametersOutput,
  type: string,
  schema: z.ZodType<T>,
): T | undefined {
  const text = instructionOf(output, type);
  if (!text) {
    return undefined;
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  return schema.safeParse(value).data;
}
