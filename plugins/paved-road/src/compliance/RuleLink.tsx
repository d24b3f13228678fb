import { ReactNode } from 'react';
import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { ruleRouteRef } from '../routes';

/** Leads from a rule's id, `<pack>/<RULE_NAME>`, to its page. */
export function RuleLink(props: { rule: string; children: ReactNode }) {
  const ruleLink = useRouteRef(ruleRouteRef);
  const slash = props.rule.lastIndexOf('/');
  const pack = props.rule.slice(0, slash);
  const name = props.rule.slice(slash + 1);
  return <Link to={ruleLink({ pack, name })}>{props.children}</Link>;
}
