import Typography from '@material-ui/core/Typography';
import SpeakerNotesOffIcon from '@material-ui/icons/SpeakerNotesOff';
import { MarkdownContent } from '@backstage/core-components';
import { RuleDetail } from '@paved-road/backstage-plugin-paved-road-common';
import { httpUrl, linkFrom } from '../shared/httpUrl';
import { Notice } from '../shared/Notice';
import { OutsideLink } from '../shared/OutsideLink';
import { OwnerLink } from '../shared/OwnerLink';
import { Section } from '../shared/Section';
import { nestHeadings } from './nestHeadings';

const SECTION_LEVEL = 3;

/** Why the rule exists and what goes wrong without it. */
export function RuleReason(props: { rule: RuleDetail }) {
  const { rule } = props;
  const references = rule.references.filter(({ url }) => httpUrl(url));
  return (
    <Section level={SECTION_LEVEL} title="Why it exists">
      {rule.rationale && (
        <MarkdownContent
          content={nestHeadings(rule.rationale, SECTION_LEVEL)}
          transformLinkUri={target =>
            linkFrom(rule.rationaleSource?.viewUrl, target) ?? ''
          }
        />
      )}
      {!rule.rationale && rule.description && (
        <Typography paragraph>{rule.description}</Typography>
      )}
      {!rule.hasRationale && <NoRationale rule={rule} />}
      {references.length > 0 && (
        <>
          <Typography component="h4" variant="subtitle1">
            Read more
          </Typography>
          <ul>
            {references.map(reference => (
              <li key={reference.url}>
                <OutsideLink url={reference.url}>{reference.title}</OutsideLink>
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}

function NoRationale(props: { rule: RuleDetail }) {
  const { owner, pack, rationaleSource } = props.rule;
  return (
    <Notice
      icon={SpeakerNotesOffIcon}
      tone="warn"
      title="No rationale recorded"
      level={4}
    >
      <Typography>
        {owner || rationaleSource
          ? 'Nobody has written down why this rule exists.'
          : `The pack ${pack} says what the rule checks, not why it is in force here.`}
        {owner && (
          <>
            {' '}
            Ask <OwnerLink entityRef={owner} />.
          </>
        )}
        {rationaleSource && (
          <>
            {' '}
            The place to write it is{' '}
            <OutsideLink
              url={rationaleSource.editUrl ?? rationaleSource.viewUrl}
            >
              <code>{rationaleSource.path}</code>
            </OutsideLink>{' '}
            in the pack.
          </>
        )}
      </Typography>
    </Notice>
  );
}
