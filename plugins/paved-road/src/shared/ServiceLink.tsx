import { Link } from '@backstage/core-components';
import { useEntityRefLink } from '@backstage/plugin-catalog-react';
import { shortName } from './entityRefs';
import { pathWithParams } from './useUrlParams';

/** The path of the entity tab, where it is not changed by configuration. */
export const COMPLIANCE_TAB = 'compliance';

/** Makes the address of a service's compliance tab. */
export function useComplianceLink(): (
  entityRef: string,
  params?: { check?: string },
) => string {
  const entityLink = useEntityRefLink();
  return (entityRef, params) =>
    pathWithParams(`${entityLink(entityRef)}/${COMPLIANCE_TAB}`, params ?? {});
}

/** A service by its name, leading to its compliance. */
export function ServiceLink(props: { entityRef: string; title?: string }) {
  const complianceLink = useComplianceLink();
  return (
    <Link to={complianceLink(props.entityRef)}>
      {props.title ?? shortName(props.entityRef)}
    </Link>
  );
}
