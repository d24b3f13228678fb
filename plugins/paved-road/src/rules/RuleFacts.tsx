import { useState } from 'react';
import {
  Enforcement,
  RuleDetail,
} from '@paved-road/backstage-plugin-paved-road-common';
import { Facts } from '../shared/Facts';
import { lineUrl } from '../shared/httpUrl';
import { OutsideLink } from '../shared/OutsideLink';
import { OwnerLink } from '../shared/OwnerLink';
import { RelativeTime } from '../shared/RelativeTime';
import { Section } from '../shared/Section';
import { ResourceType } from '../shared/ResourceType';
import { SeverityLabel } from '../shared/SeverityLabel';
import { shortDigest } from '../shared/words';
import { GapMarks } from './GapMarks';
import { RulesWith } from './RulesWith';
import { gapsOf } from './ruleGaps';

/** What is recorded of the rule: weight, effect, people, dates, place. */
export function RuleFacts(props: { rule: RuleDetail }) {
  const { rule } = props;
  const [now] = useState(Date.now);
  const overdue = gapsOf(rule, now).includes('review-overdue');
  return (
    <Section level={3} title="Facts">
      <Facts
        facts={[
          {
            name: 'Severity',
            value: <SeverityLabel severity={rule.severity} />,
          },
          {
            name: 'A failure',
            value: <EnforcementList enforcement={rule.enforcement} />,
          },
          {
            name: 'Owner',
            value: rule.owner ? (
              <OwnerLink entityRef={rule.owner} />
            ) : (
              'Nobody recorded'
            ),
          },
          {
            name: 'Decided',
            value: (rule.decidedOn || rule.decidedBy) && (
              <>
                {rule.decidedOn && <RelativeTime value={rule.decidedOn} />}
                {rule.decidedBy && (
                  <>
                    {' by '}
                    <OwnerLink entityRef={rule.decidedBy} />
                  </>
                )}
              </>
            ),
          },
          {
            name: 'To be reviewed',
            value: rule.reviewBy && (
              <>
                <RelativeTime value={rule.reviewBy} />{' '}
                {overdue && <GapMarks gaps={['review-overdue']} />}
              </>
            ),
          },
          {
            name: 'Looks at',
            value: rule.resourceTypes.length
              ? rule.resourceTypes.map(type => (
                  <div key={type}>
                    <RulesWith resourceType={type}>
                      <ResourceType type={type} />
                    </RulesWith>
                  </div>
                ))
              : 'Any resource',
          },
          {
            name: 'Pack',
            value: <RulesWith pack={rule.pack}>{rule.pack}</RulesWith>,
          },
          { name: 'Known as', value: rule.alias },
          { name: 'Objectives', value: rule.objectives.join(', ') },
          {
            name: 'Source',
            value: (
              <OutsideLink url={lineUrl(rule.source.viewUrl, rule.source.line)}>
                {rule.source.path}
              </OutsideLink>
            ),
          },
          {
            name: 'Version of the source',
            value: <span title={rule.digest}>{shortDigest(rule.digest)}</span>,
          },
          ...(rule.facts ?? []).map(({ name, values }) => ({
            name,
            value: values.join(', '),
          })),
        ]}
      />
    </Section>
  );
}

function EnforcementList(props: { enforcement: Record<string, Enforcement> }) {
  return (
    <>
      {Object.entries(props.enforcement).map(([environment, enforcement]) => (
        <div key={environment}>
          {enforcement === 'block' ? 'Blocks' : 'Advises'} in {environment}
        </div>
      ))}
    </>
  );
}
