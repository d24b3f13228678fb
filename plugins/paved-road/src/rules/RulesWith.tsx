import { ReactNode } from 'react';
import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { rulesRouteRef } from '../routes';
import { pathWithParams } from '../shared/useUrlParams';

/** Leads to the rules that share a pack, a framework or a resource type. */
export function RulesWith(props: {
  pack?: string;
  framework?: string;
  resourceType?: string;
  children: ReactNode;
}) {
  const { children, ...filters } = props;
  const rulesLink = useRouteRef(rulesRouteRef);
  return <Link to={pathWithParams(rulesLink(), filters)}>{children}</Link>;
}
