import { Entity } from '@backstage/catalog-model';

/** A template as the catalog has it. */
export function template(name: string, spec: object): Entity {
  return {
    apiVersion: 'scaffolder.backstage.io/v1beta3',
    kind: 'Template',
    metadata: {
      name,
      annotations: {
        'backstage.io/managed-by-location': 'url:https://a.example/t.yaml',
      },
    },
    spec: { type: 'resource', parameters: [], ...spec },
  };
}
