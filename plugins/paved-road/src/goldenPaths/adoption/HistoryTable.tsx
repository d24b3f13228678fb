import Paper from '@material-ui/core/Paper';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableContainer from '@material-ui/core/TableContainer';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import {
  channelStates,
  channelStateShortWords,
} from '../../pipelines/channel/channelWords';
import { GrowingList } from '../../shared/GrowingList';
import { dayWords } from './dayWords';
import { HistoryPoint } from './historyBars';

const SHOWN_AT_FIRST = 30;

/** What the chart shows, and what lies before it, in numbers; newest first. */
export function HistoryTable(props: { history: HistoryPoint[] }) {
  const newestFirst = [...props.history].reverse();
  return (
    <GrowingList items={newestFirst} first={SHOWN_AT_FIRST} noun={['more day']}>
      {points => (
        <TableContainer component={Paper} variant="outlined">
          <Table size="small" aria-label="Services by state, day by day">
            <TableHead>
              <TableRow>
                <TableCell scope="col">Day</TableCell>
                {channelStates.map(state => (
                  <TableCell key={state} scope="col" align="right">
                    {channelStateShortWords[state]}
                  </TableCell>
                ))}
              </TableRow>
            </TableHead>
            <TableBody>
              {points.map(({ date, counts }) => (
                <TableRow key={date}>
                  <TableCell>{dayWords(date)}</TableCell>
                  {channelStates.map(state => (
                    <TableCell key={state} align="right">
                      {counts[state].toLocaleString('en')}
                    </TableCell>
                  ))}
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </TableContainer>
      )}
    </GrowingList>
  );
}
