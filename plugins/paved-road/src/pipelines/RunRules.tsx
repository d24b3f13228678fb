import { makeStyles, Theme } from '@material-ui/core/styles';
import {
  PipelineRuleResult,
  ServiceCompliance,
} from '@paved-road/backstage-plugin-paved-road-common';
import { FindingItem } from '../compliance/service/FindingItem';
import { Disclosure } from '../shared/Disclosure';
import { GrowingList } from '../shared/GrowingList';
import { resultKind, VerdictChip } from '../shared/verdict';
import { count } from '../shared/words';
import { RuleTitle } from './RuleTitle';

const useStyles = makeStyles(
  (theme: Theme) => ({
    rules: {
      margin: theme.spacing(0, 0, 1),
      padding: 0,
      listStyle: 'none',
      overflowWrap: 'anywhere',
    },
    findings: { margin: 0, padding: 0, listStyle: 'none' },
  }),
  { name: 'PavedRoadPipelineRunRules' },
);

/** The rules that a result is about, each beside what the source says of it. */
export function RunRules(props: {
  results: PipelineRuleResult[];
  source?: ServiceCompliance;
}) {
  const failing = props.results.filter(({ verdict }) => verdict === 'fail');
  const unknown = props.results.filter(({ verdict }) => verdict === 'unknown');
  const blockingFirst = [
    ...failing.filter(({ enforcement }) => enforcement === 'block'),
    ...failing.filter(({ enforcement }) => enforcement === 'advise'),
  ];
  return (
    <>
      {failing.length > 0 && (
        <Rules
          label="Failing rules"
          results={blockingFirst}
          source={props.source}
        />
      )}
      {unknown.length > 0 && (
        <Disclosure label={`${count(unknown.length, 'rule')} without verdict`}>
          {() => (
            <Rules
              label="Rules without verdict"
              results={unknown}
              source={props.source}
            />
          )}
        </Disclosure>
      )}
    </>
  );
}

function Rules(props: {
  label: string;
  results: PipelineRuleResult[];
  source?: ServiceCompliance;
}) {
  const classes = useStyles();
  return (
    <GrowingList items={props.results} first={10} noun={['more rule']}>
      {results => (
        <ul className={classes.rules} aria-label={props.label}>
          {results.map(result => (
            <Rule key={result.rule} result={result} source={props.source} />
          ))}
        </ul>
      )}
    </GrowingList>
  );
}

function Rule(props: {
  result: PipelineRuleResult;
  source?: ServiceCompliance;
}) {
  const { rule, findings, reason } = props.result;
  const classes = useStyles();
  const inSource = props.source?.results.find(other => other.rule === rule);
  const title = inSource?.title ?? rule;
  return (
    <li>
      <VerdictChip kind={resultKind(props.result)} />{' '}
      <RuleTitle rule={rule} title={title} />
      {inSource && (
        <>
          {' '}
          In the source: <VerdictChip kind={resultKind(inSource)} />
        </>
      )}
      {reason && <div>{reason}</div>}
      <GrowingList items={findings} first={3} noun={['more finding']}>
        {shown => (
          <ul className={classes.findings}>
            {shown.map((finding, index) => (
              <FindingItem key={index} finding={finding} ruleTitle={title} />
            ))}
          </ul>
        )}
      </GrowingList>
    </li>
  );
}
