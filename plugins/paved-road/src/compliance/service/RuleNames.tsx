import { makeStyles, Theme } from '@material-ui/core/styles';
import { ServiceRuleResult } from '@paved-road/backstage-plugin-paved-road-common';
import { GrowingList } from '../../shared/GrowingList';
import { toneColor } from '../../shared/tone';
import { RuleLink } from '../RuleLink';

const useStyles = makeStyles(
  (theme: Theme) => ({
    names: { margin: theme.spacing(1, 0), paddingLeft: theme.spacing(3) },
    id: {
      color: toneColor(theme, 'quiet'),
      fontSize: theme.typography.pxToRem(12),
      overflowWrap: 'anywhere',
    },
  }),
  { name: 'PavedRoadRuleNames' },
);

/** Rules of which there is nothing more to say than that they are these. */
export function RuleNames(props: { results: ServiceRuleResult[] }) {
  const classes = useStyles();
  return (
    <GrowingList items={props.results} first={50} noun={['more rule']}>
      {results => (
        <ul className={classes.names}>
          {results.map(result => (
            <li key={result.rule}>
              <RuleLink rule={result.rule}>{result.title}</RuleLink>{' '}
              <span className={classes.id}>{result.alias ?? result.rule}</span>
            </li>
          ))}
        </ul>
      )}
    </GrowingList>
  );
}
