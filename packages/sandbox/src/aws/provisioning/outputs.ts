import { randomUUID } from 'node:crypto';
import { Version } from '../catalog/model';
import { Output, ParameterValue, Place } from './model';

/**
 * The outputs that a launch will have. No stack stands behind them, and their
 * values say so.
 */
export function outputsOf(
  version: Version,
  launch: {
    place: Place;
    provisionedProductId: string;
    provisionedProductName: string;
    parameters: ParameterValue[];
  },
): Output[] {
  const { place, provisionedProductId, provisionedProductName } = launch;
  const words: Record<string, string> = Object.fromEntries([
    ...launch.parameters.map(({ key, value }) => [key, value]),
    ['AccountId', place.account],
    ['Region', place.region],
    ['ProvisionedProductName', provisionedProductName],
  ]);
  const stack = `sandbox-SC-${place.account}-${provisionedProductId}`;
  return [
    {
      OutputKey: 'CloudformationStackARN',
      OutputValue: `arn:aws:cloudformation:${place.region}:${
        place.account
      }:stack/${stack}/${randomUUID()}`,
      Description: 'The ARN of the launched Cloudformation Stack',
    },
    ...Object.entries(version.template.Outputs).map(
      ([key, { Description }]) => ({
        OutputKey: key,
        OutputValue: (
          version.outputs[key] ?? `sandbox-\${ProvisionedProductName}-${key}`
        ).replace(/\$\{(\w+)\}/g, (whole, word) =>
          Object.hasOwn(words, word) ? words[word] : whole,
        ),
        Description,
      }),
    ),
  ];
}
