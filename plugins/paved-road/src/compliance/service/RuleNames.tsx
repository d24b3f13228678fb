import { useState } from 'react';
import Button from '@material-ui/core/Button';
import { makeStyles, Theme } from '@material-ui/core/styles';
import { ServiceRuleResult } from '@paved-road/backstage-plugin-paved-road-common';
import { toneColor } from '../../shared/tone';
import { RuleLink } from '../RuleLink';

const STEP = 50;

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
  const [shown, setShown] = useState(STEP);
  const left = props.results.length - shown;
  return (
    <>
      <ul className={classes.names}>
        {props.results.slice(0, shown).map(result => (
          <li key={result.rule}>
            <RuleLink rule={result.rule}>{result.title}</RuleLink>{' '}
            <span className={classes.id}>{result.alias ?? result.rule}</span>
          </li>
        ))}
      </ul>
      {left > 0 && (
        <Button onClick={() => setShown(shown + STEP)}>
          Show {Math.min(left, STEP)} more
        </Button>
      )}
    </>
  );
}
