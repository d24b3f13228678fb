import Typography from '@material-ui/core/Typography';
import { RuleDetail } from '@paved-road/backstage-plugin-paved-road-common';
import { httpUrl } from '../shared/httpUrl';
import { OutsideLink } from '../shared/OutsideLink';
import { OwnerLink } from '../shared/OwnerLink';
import { Section } from '../shared/Section';

/** Where to propose a change to the rule. */
export function RuleChange(props: { rule: RuleDetail }) {
  const { owner, pack, proposeChanges, rationaleSource, source } = props.rule;
  return (
    <Section level={3} title="How to change it">
      <Typography paragraph>
        {proposeChanges ??
          `The pack ${pack} does not say where changes are proposed.`}
        {!proposeChanges && owner && (
          <>
            {' '}
            Ask <OwnerLink entityRef={owner} />.
          </>
        )}
      </Typography>
      <ul>
        {httpUrl(source.editUrl) && (
          <li>
            <OutsideLink url={source.editUrl}>
              Propose a change to the rule
            </OutsideLink>
          </li>
        )}
        {httpUrl(rationaleSource?.editUrl) && (
          <li>
            <OutsideLink url={rationaleSource?.editUrl}>
              Propose a change to its rationale
            </OutsideLink>
          </li>
        )}
      </ul>
    </Section>
  );
}
