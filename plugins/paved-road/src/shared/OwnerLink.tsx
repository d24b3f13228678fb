import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { validEntityRef } from './entityRefs';

/** A person or a team that data names, linked where it is an entity ref. */
export function OwnerLink(props: { entityRef: string }) {
  const ref = validEntityRef(props.entityRef);
  return ref ? <EntityRefLink entityRef={ref} /> : <>{props.entityRef}</>;
}
