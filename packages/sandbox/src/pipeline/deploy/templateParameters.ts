import { Parameter } from '@aws-sdk/client-cloudformation';
import { readCloudFormation } from '@paved-road/backstage-plugin-paved-road-node';
import { z } from 'zod';

const templateSchema = z.looseObject({
  Parameters: z.record(z.string(), z.unknown()).default({}),
});

/**
 * The parameters that the pipeline has values for, as far as a template declares
 * them: where the artefact lies. All others need defaults.
 */
export function templateParameters(
  template: string,
  values: Record<string, string>,
): Parameter[] {
  const { data } = templateSchema.safeParse(readCloudFormation(template));
  return Object.entries(values)
    .filter(([key]) => Object.hasOwn(data?.Parameters ?? {}, key))
    .map(([ParameterKey, ParameterValue]) => ({
      ParameterKey,
      ParameterValue,
    }));
}
