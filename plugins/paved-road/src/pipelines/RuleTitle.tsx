import { RuleLink } from '../compliance/RuleLink';

/** Only these have a page; what a pipeline calls a rule may be anything. */
const RULE_ID = /^\w[\w.-]*\/\w[\w.-]*$/;

/** A rule that a pipeline names, leading to its page where it can have one. */
export function RuleTitle(props: { rule: string; title?: string }) {
  const { rule, title = rule } = props;
  return RULE_ID.test(rule) ? (
    <RuleLink rule={rule}>{title}</RuleLink>
  ) : (
    <>{title}</>
  );
}
