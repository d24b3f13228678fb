import { useId } from 'react';
import { makeStyles, Theme } from '@material-ui/core/styles';
import { channelStateShortWords } from '../../pipelines/channel/channelWords';
import { stackedStates } from './historyBars';
import { patternId, StatePatterns } from './StatePatterns';

const SWATCH = 18;

const useStyles = makeStyles(
  (theme: Theme) => ({
    list: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0.5, 2),
      margin: theme.spacing(0, 0, 1),
      padding: 0,
      listStyle: 'none',
    },
    item: {
      display: 'inline-flex',
      alignItems: 'center',
      gap: theme.spacing(0.75),
    },
  }),
  { name: 'PavedRoadHistoryLegend' },
);

/** Which fill stands for which state, from the ground up. */
export function HistoryLegend() {
  const classes = useStyles();
  const prefix = useId().replace(/\W/g, '');
  return (
    <ul className={classes.list} aria-label="States, from the ground up">
      {stackedStates.map((state, index) => (
        <li key={state} className={classes.item}>
          <svg width={SWATCH} height={SWATCH} aria-hidden>
            {index === 0 && (
              <defs>
                <StatePatterns prefix={prefix} />
              </defs>
            )}
            <rect
              width={SWATCH}
              height={SWATCH}
              fill={`url(#${patternId(prefix, state)})`}
            />
          </svg>
          {channelStateShortWords[state]}
        </li>
      ))}
    </ul>
  );
}
