import { useMemo } from 'react';
import Typography from '@material-ui/core/Typography';
import { makeStyles, Theme } from '@material-ui/core/styles';
import HelpOutlineIcon from '@material-ui/icons/HelpOutline';
import {
  CheckedDocument,
  ServiceRuleResult,
} from '@paved-road/backstage-plugin-paved-road-common';
import { Disclosure } from '../../shared/Disclosure';
import { GrowingList } from '../../shared/GrowingList';
import { Notice } from '../../shared/Notice';
import { Section } from '../../shared/Section';
import { count } from '../../shared/words';
import {
  groupByReason,
  ResultGroup,
  ResultGroupKind,
  groupResults,
} from './groupResults';
import { partId } from './partId';
import { ResultItem } from './ResultItem';
import { RuleNames } from './RuleNames';

const useStyles = makeStyles(
  (theme: Theme) => ({
    items: { margin: 0, padding: 0, listStyle: 'none' },
    lead: { marginBottom: theme.spacing(1.5), maxWidth: '85ch' },
  }),
  { name: 'PavedRoadResultGroups' },
);

const TITLES: Record<ResultGroupKind, (rules: number) => string> = {
  blocks: rules => `Fix first: ${count(rules, 'rule blocks', 'rules block')}`,
  unknown: rules => `Not known: ${count(rules, 'rule')}`,
  advises: rules => `Advice: ${count(rules, 'rule')}`,
  exempt: rules => `Exempt: ${count(rules, 'rule')}`,
  pass: rules => `Passes: ${count(rules, 'rule')}`,
  skip: rules => `Does not apply: ${count(rules, 'rule')}`,
};

const LEADS: Partial<Record<ResultGroupKind, string>> = {
  unknown:
    'These rules could not be checked. Until they are, nobody knows whether the service follows them.',
  exempt:
    'These rules fail, and an approved exemption is in force. They do not count as passed.',
};

/** A check's results, what must be fixed first before all else. */
export function ResultGroups(props: {
  results: ServiceRuleResult[];
  documents: CheckedDocument[];
  excerptOf?: string;
}) {
  const { results, ...rest } = props;
  const groups = useMemo(() => groupResults(results), [results]);
  return (
    <>
      {groups.map(group => (
        <Section
          key={group.kind}
          level={3}
          id={partId(group.kind)}
          title={TITLES[group.kind](group.results.length)}
        >
          <Group group={group} {...rest} />
        </Section>
      ))}
    </>
  );
}

function Group(props: {
  group: ResultGroup;
  documents: CheckedDocument[];
  excerptOf?: string;
}) {
  const { group, ...rest } = props;
  const classes = useStyles();
  const lead = LEADS[group.kind] && (
    <Typography variant="body2" className={classes.lead}>
      {LEADS[group.kind]}
    </Typography>
  );
  switch (group.kind) {
    case 'unknown':
      return (
        <>
          {lead}
          {groupByReason(group.results).map(({ reason, results }) => (
            <Notice
              key={reason}
              icon={HelpOutlineIcon}
              tone="info"
              title={reason}
              level={4}
            >
              <Disclosure label={count(results.length, 'rule')}>
                {() => <RuleNames results={results} />}
              </Disclosure>
            </Notice>
          ))}
        </>
      );
    case 'pass':
    case 'skip':
      return (
        <Disclosure label={`Show ${count(group.results.length, 'rule')}`}>
          {() => <RuleNames results={group.results} />}
        </Disclosure>
      );
    default:
      return (
        <>
          {lead}
          <Items results={group.results} {...rest} />
        </>
      );
  }
}

function Items(props: {
  results: ServiceRuleResult[];
  documents: CheckedDocument[];
  excerptOf?: string;
}) {
  const { results, ...rest } = props;
  const classes = useStyles();
  return (
    <GrowingList items={results} first={20} noun={['more rule']}>
      {shown => (
        <ul className={classes.items}>
          {shown.map(result => (
            <ResultItem key={result.rule} result={result} {...rest} />
          ))}
        </ul>
      )}
    </GrowingList>
  );
}
