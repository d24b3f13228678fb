import {
  RuleFact,
  severitySchema,
} from '@paved-road/backstage-plugin-paved-road-common';
import { z } from 'zod';

const list = z.array(z.string()).default([]);

/** All that AWS's metadata say of a control. */
export const controlTowerMetadataSchema = z.strictObject({
  Id: z.string(),
  DisplayName: z.string(),
  Description: z.string(),
  Severity: z.string().toLowerCase().pipe(severitySchema),
  RemediationMessage: z.string(),
  EvaluatedResourceTypes: list,
  EvaluatedServices: list,
  Objectives: z.array(z.object({ Id: z.string(), Name: z.string() })),
  ComplianceFrameworkMappings: z
    .array(
      z.object({ ComplianceFramework: z.string(), Ids: z.array(z.string()) }),
    )
    .default([]),
  DocumentationReferences: z.array(
    z.object({ DisplayName: z.string(), Type: z.string(), Url: z.string() }),
  ),
  Relationships: z
    .array(
      z.object({
        ControlId: z.string(),
        ControlOwner: z.string(),
        RelationshipType: z.string(),
      }),
    )
    .default([]),
  ControlOwner: z.string(),
  ReleaseDate: z.string(),
  Version: z.string(),
  Guidance: z.string(),
  Behavior: z.string(),
  ConfigRuleIdentifier: z.string().optional(),
  DeploymentMechanism: z.string(),
  DeploymentOwner: z.string(),
  Groups: list,
  ImplementationType: z.string(),
  MinimumSupportedRuntimeVersion: z.string().optional(),
  RegionalPreference: z.string(),
  SupportedRegions: list,
  TargetOuType: z.string(),
  Visibility: z.string(),
});

export type ControlTowerMetadata = z.infer<typeof controlTowerMetadataSchema>;

/** What the metadata say beyond the fields that every rule has. */
export function factsOf(about: ControlTowerMetadata): RuleFact[] {
  const facts: [name: string, values: (string | undefined)[]][] = [
    ['Services', about.EvaluatedServices],
    ['AWS Config rule', [about.ConfigRuleIdentifier]],
    [
      'Related controls',
      about.Relationships.map(
        ({ ControlId, ControlOwner, RelationshipType }) =>
          `${ControlId} of ${ControlOwner}: ${RelationshipType}`,
      ),
    ],
    ['Groups', about.Groups],
    ['Guidance', [about.Guidance]],
    ['Behaviour', [about.Behavior]],
    ['Implementation', [about.ImplementationType]],
    ['Deployed by', [`${about.DeploymentOwner}, ${about.DeploymentMechanism}`]],
    ['Version', [about.Version]],
    ['Minimum runtime version', [about.MinimumSupportedRuntimeVersion]],
    ['Organisational units', [about.TargetOuType]],
    ['Visibility', [about.Visibility]],
    ['Regional preference', [about.RegionalPreference]],
    ['Regions', about.SupportedRegions],
  ];
  return facts
    .map(([name, values]) => ({
      name,
      values: values.filter(value => value !== undefined),
    }))
    .filter(({ values }) => values.length > 0);
}
