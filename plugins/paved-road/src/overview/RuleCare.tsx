import { useState } from 'react';
import Typography from '@material-ui/core/Typography';
import BrokenImageOutlinedIcon from '@material-ui/icons/BrokenImageOutlined';
import GavelIcon from '@material-ui/icons/Gavel';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { useApi, useRouteRef } from '@backstage/core-plugin-api';
import { pavedRoadApiRef } from '../api';
import { rulesRouteRef } from '../routes';
import { countGaps, gapIcons, gapWords, RuleGap, ruleGaps } from '../rules';
import { Loading } from '../shared/Loading';
import { Notice } from '../shared/Notice';
import { RequestFailure } from '../shared/RequestFailure';
import { Section } from '../shared/Section';
import { pathWithParams } from '../shared/useUrlParams';
import { NumberLink, NumberLinks } from '../shared/NumberLinks';

const NOTES: Record<RuleGap, string> = {
  broken: 'The engine cannot read them',
  'no-rationale': 'Nobody wrote down why',
  'review-overdue': 'The decision is due again',
};

/** What the rules lack, for those who look after them. */
export function RuleCare() {
  const api = useApi(pavedRoadApiRef);
  const rulesLink = useRouteRef(rulesRouteRef);
  const [now] = useState(Date.now);
  const rules = useAsyncRetry(
    () => Promise.all([api.listRules(), api.getBundle()]),
    [api],
  );

  const body = () => {
    if (rules.error) {
      return (
        <RequestFailure
          error={rules.error}
          what="the rules"
          onRetry={rules.retry}
        />
      );
    }
    if (!rules.value) {
      return <Loading label="Loading the rules" rows={1} rowHeight={96} />;
    }
    const [list, bundle] = rules.value;
    const gaps = countGaps(list.items, now);
    const inForce: NumberLink = {
      value: list.totalItems,
      name: 'In force',
      note: bundle.packs.map(({ title }) => title).join(', '),
      icon: <GavelIcon fontSize="small" aria-hidden />,
      tone: 'info',
      to: rulesLink(),
    };
    return (
      <>
        {bundle.problems.map(problem => (
          <Notice
            key={problem.pack}
            icon={BrokenImageOutlinedIcon}
            tone="bad"
            title={`The pack ${problem.pack} could not be loaded`}
          >
            <Typography>
              Its rules are not in force. {problem.message}
            </Typography>
          </Notice>
        ))}
        <NumberLinks
          numbers={[
            inForce,
            ...ruleGaps.map(gap => {
              const Icon = gapIcons[gap];
              return {
                value: gaps[gap],
                name: gapWords[gap],
                note: NOTES[gap],
                icon: <Icon fontSize="small" aria-hidden />,
                tone: gap === 'broken' ? ('bad' as const) : ('warn' as const),
                to: pathWithParams(rulesLink(), { gap }),
              };
            }),
          ]}
        />
      </>
    );
  };

  return (
    <Section level={2} title="The rules">
      {body()}
    </Section>
  );
}
