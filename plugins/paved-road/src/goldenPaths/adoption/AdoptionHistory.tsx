import Typography from '@material-ui/core/Typography';
import { makeStyles, Theme } from '@material-ui/core/styles';
import { Disclosure } from '../../shared/Disclosure';
import { Section } from '../../shared/Section';
import { count } from '../../shared/words';
import { totalOf } from './adoptionFilters';
import { dayWords } from './dayWords';
import { CHART_DAYS, HistoryPoint, historyBars } from './historyBars';
import { HistoryChart } from './HistoryChart';
import { HistoryLegend } from './HistoryLegend';
import { HistoryTable } from './HistoryTable';

const useStyles = makeStyles(
  (theme: Theme) => ({
    sentence: { maxWidth: '75ch', marginBottom: theme.spacing(1) },
  }),
  { name: 'PavedRoadAdoptionHistory' },
);

/** How the paved road has grown: in a sentence, a chart and a table. */
export function AdoptionHistory(props: { history: HistoryPoint[] }) {
  const { history } = props;
  const classes = useStyles();
  const chart = historyBars(history);
  if (chart.bars.length < 2) {
    return (
      <Section level={3} title="Over time">
        <Typography>
          {chart.bars.length === 0
            ? 'Nothing is recorded yet. What is looked at is added to day by day.'
            : 'It has been looked at on one day so far. From the second on it is drawn here.'}
        </Typography>
      </Section>
    );
  }
  const sentence = growthSentence(
    chart.bars[0],
    chart.bars[chart.bars.length - 1],
  );
  return (
    <Section level={3} title="Over time">
      <Typography className={classes.sentence}>{sentence}</Typography>
      <HistoryChart chart={chart} label={sentence} />
      <HistoryLegend />
      <Disclosure
        label={
          history.length > chart.bars.length
            ? `All ${count(
                history.length,
                'day',
              )} as a table; the chart shows the last ${CHART_DAYS}`
            : 'The same as a table'
        }
      >
        {() => <HistoryTable history={history} />}
      </Disclosure>
    </Section>
  );
}

function growthSentence(first: HistoryPoint, last: HistoryPoint): string {
  const words = ({ counts, date }: HistoryPoint) =>
    `${counts['on-road']} of ${totalOf(counts)} on ${dayWords(date)}`;
  return `On the paved road: ${words(first)}, ${words(last)}.`;
}
