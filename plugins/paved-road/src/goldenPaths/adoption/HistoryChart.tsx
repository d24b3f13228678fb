import { useId } from 'react';
import Paper from '@material-ui/core/Paper';
import { makeStyles, Theme } from '@material-ui/core/styles';
import useMeasure from 'react-use/esm/useMeasure';
import { channelStateShortWords } from '../../pipelines/channel/channelWords';
import { toneColor } from '../../shared/tone';
import { dayWords } from './dayWords';
import { HistoryBar, HistoryBars } from './historyBars';
import { patternId, StatePatterns } from './StatePatterns';

const HEIGHT = 220;
const MARGIN = { top: 10, right: 8, bottom: 24, left: 40 };
const WIDEST_BAR = 28;
/** Where the width can't be measured. */
const USUAL_WIDTH = 640;

const useStyles = makeStyles(
  (theme: Theme) => ({
    paper: { padding: theme.spacing(1.5), marginBottom: theme.spacing(1) },
    svg: {
      display: 'block',
      '& text': {
        fill: toneColor(theme, 'quiet'),
        fontFamily: theme.typography.fontFamily,
        fontSize: 12,
      },
      '& line': { stroke: theme.palette.divider },
    },
  }),
  { name: 'PavedRoadHistoryChart' },
);

/** A bar for each day that is known, each state a colour and a pattern of its own. */
export function HistoryChart(props: { chart: HistoryBars; label: string }) {
  const { days, top, bars } = props.chart;
  const classes = useStyles();
  const prefix = useId().replace(/\W/g, '');
  const [measured, { width: seen }] = useMeasure<HTMLDivElement>();
  const width = seen || USUAL_WIDTH;
  const plotWidth = Math.max(0, width - MARGIN.left - MARGIN.right);
  const plotHeight = HEIGHT - MARGIN.top - MARGIN.bottom;
  const y = (value: number) =>
    MARGIN.top + plotHeight * (1 - value / Math.max(1, top));
  const first = bars[0];
  const last = bars[bars.length - 1];
  const slot = plotWidth / days;
  const middle = (bar: HistoryBar) => MARGIN.left + slot * (bar.day + 0.5);
  const barWidth = Math.max(1, Math.min(WIDEST_BAR, slot * 0.8));

  return (
    <Paper variant="outlined" className={classes.paper}>
      <div ref={measured}>
        <svg
          role="img"
          aria-label={props.label}
          width={width}
          height={HEIGHT}
          className={classes.svg}
        >
          <defs>
            <StatePatterns prefix={prefix} />
          </defs>
          {[0, top / 2, top].map(value => (
            <g key={value}>
              <line
                x1={MARGIN.left}
                x2={width - MARGIN.right}
                y1={y(value)}
                y2={y(value)}
              />
              <text x={MARGIN.left - 8} y={y(value) + 4} textAnchor="end">
                {value.toLocaleString('en')}
              </text>
            </g>
          ))}
          {bars.map(bar => (
            <g key={bar.date}>
              <title>{barWords(bar)}</title>
              {bar.parts.map(({ state, from, to }) => (
                <rect
                  key={state}
                  x={middle(bar) - barWidth / 2}
                  width={barWidth}
                  y={y(to)}
                  height={y(from) - y(to)}
                  fill={`url(#${patternId(prefix, state)})`}
                />
              ))}
            </g>
          ))}
          <text x={middle(first)} y={HEIGHT - 6}>
            {dayWords(first.date)}
          </text>
          <text x={width - MARGIN.right} y={HEIGHT - 6} textAnchor="end">
            {dayWords(last.date)}
          </text>
        </svg>
      </div>
    </Paper>
  );
}

function barWords(bar: HistoryBar): string {
  return [
    dayWords(bar.date),
    ...bar.parts.map(
      ({ state }) => `${channelStateShortWords[state]}: ${bar.counts[state]}`,
    ),
  ].join('\n');
}
