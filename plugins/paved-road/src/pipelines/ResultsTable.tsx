import Paper from '@material-ui/core/Paper';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableContainer from '@material-ui/core/TableContainer';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import { makeStyles, Theme } from '@material-ui/core/styles';
import { PipelineResultSummary } from '@paved-road/backstage-plugin-paved-road-common';
import { OutsideLink } from '../shared/OutsideLink';
import { RelativeTime } from '../shared/RelativeTime';
import { VerdictChip } from '../shared/verdict';
import { Commit } from './Commit';
import { stageWords } from './words';

const useStyles = makeStyles(
  (theme: Theme) => ({
    table: { marginBottom: theme.spacing(2) },
    breaking: { overflowWrap: 'anywhere' },
  }),
  { name: 'PavedRoadPipelineResultsTable' },
);

/** Results of pipelines. */
export function ResultsTable(props: {
  label: string;
  results: PipelineResultSummary[];
}) {
  const classes = useStyles();
  return (
    <TableContainer
      component={Paper}
      variant="outlined"
      className={classes.table}
    >
      <Table size="small" aria-label={props.label}>
        <TableHead>
          <TableRow>
            <TableCell scope="col">Stage</TableCell>
            <TableCell scope="col">Environment</TableCell>
            <TableCell scope="col">Verdict</TableCell>
            <TableCell scope="col">Commit</TableCell>
            <TableCell scope="col">When</TableCell>
            <TableCell scope="col">Posted by</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {props.results.map(result => (
            <TableRow key={result.id}>
              <TableCell>{stageWords[result.stage]}</TableCell>
              <TableCell className={classes.breaking}>
                {result.environment}
              </TableCell>
              <TableCell>
                <VerdictChip kind={result.verdict} />
              </TableCell>
              <TableCell>
                <Commit value={result.commit} />
              </TableCell>
              <TableCell>
                <RelativeTime value={result.receivedAt} />
              </TableCell>
              <TableCell className={classes.breaking}>
                {result.pipeline.title}, run{' '}
                <OutsideLink url={result.url}>{result.runId}</OutsideLink>
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}
