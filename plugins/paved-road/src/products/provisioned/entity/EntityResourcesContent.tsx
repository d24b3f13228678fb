import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { PageBody } from '../../../shared/PageBody';
import { EntityResources } from './EntityResources';

/** The entity tab "Resources": what is provisioned for an entity. */
export function EntityResourcesContent() {
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  return (
    <PageBody>
      <EntityResources key={entityRef} entityRef={entityRef} />
    </PageBody>
  );
}
