import { Entity } from '@backstage/catalog-model';
import { FakeRepository } from './FakeRepository';

/** A component whose documents lie in the repository of its name. */
export function component(
  name: string,
  options: { documents?: string; owner?: string } = {},
): Entity {
  const { documents = 'infra/*.yaml', owner = 'payments' } = options;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name,
      namespace: 'default',
      annotations: {
        'paved-road.io/documents': documents,
        'backstage.io/source-location': `url:${FakeRepository.urlOf(name)}`,
      },
    },
    relations: [{ type: 'ownedBy', targetRef: `group:default/${owner}` }],
  };
}
