import type { ResourceChange } from '@aws-sdk/client-service-catalog';
import { ChangePlan } from '@paved-road/backstage-plugin-paved-road-common';

/** A resource's change from AWS's plan; one without a name is left out. */
export function toResourceChange(
  change: ResourceChange,
): ChangePlan['resourceChanges'] {
  const { Action, LogicalResourceId, Replacement, ResourceType } = change;
  return Action && LogicalResourceId
    ? [
        {
          action: Action,
          logicalId: LogicalResourceId,
          resourceType: ResourceType,
          replacement: Replacement,
          scope: [
            ...new Set([
              ...(change.Details ?? []).flatMap(
                ({ Target }) => Target?.Name ?? [],
              ),
              ...(change.Scope ?? []).filter(scope => scope !== 'PROPERTIES'),
            ]),
          ],
        },
      ]
    : [];
}
