import Paper from '@material-ui/core/Paper';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableContainer from '@material-ui/core/TableContainer';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import { makeStyles, Theme } from '@material-ui/core/styles';
import { ProductChange } from '@paved-road/backstage-plugin-paved-road-common';
import { GrowingList } from '../../../shared/GrowingList';
import { RelativeTime } from '../../../shared/RelativeTime';
import { Section } from '../../../shared/Section';
import { ChangeMark } from '../ChangeMark';
import { changeWords } from '../statusWords';
import { ChangeAsker } from './ChangeAsker';
import { ChangePreflight } from './ChangePreflight';

const SHOWN_AT_FIRST = 10;

const useStyles = makeStyles(
  (theme: Theme) => ({
    row: {
      '& td': { verticalAlign: 'top', overflowWrap: 'anywhere' },
    },
    how: { minWidth: 200 },
    asked: { whiteSpace: 'nowrap' },
    problem: { maxWidth: '60ch', marginTop: theme.spacing(0.5) },
  }),
  { name: 'PavedRoadChangeHistory' },
);

/** All that was done to it, newest first. */
export function ChangeHistory(props: { changes: ProductChange[] }) {
  const { changes } = props;
  return (
    <Section level={3} title="Changes">
      {changes.length > 0 ? (
        <GrowingList
          items={changes}
          first={SHOWN_AT_FIRST}
          noun={['older change']}
        >
          {shown => <ChangesTable changes={shown} />}
        </GrowingList>
      ) : (
        <Typography>The portal has changed nothing of it.</Typography>
      )}
    </Section>
  );
}

function ChangesTable(props: { changes: ProductChange[] }) {
  const classes = useStyles();
  return (
    <TableContainer component={Paper} variant="outlined">
      <Table size="small" aria-label="Changes">
        <TableHead>
          <TableRow>
            <TableCell scope="col">Change</TableCell>
            <TableCell scope="col">How it went</TableCell>
            <TableCell scope="col">Rules before it</TableCell>
            <TableCell scope="col">Asked for by</TableCell>
            <TableCell scope="col">Record on AWS</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {props.changes.map(change => (
            <TableRow key={change.id} className={classes.row}>
              <TableCell>
                {changeWords(change)}
                {change.retainResources && <div>Resources left in place</div>}
              </TableCell>
              <TableCell className={classes.how}>
                <ChangeMark change={change} />
                {change.problem && (
                  <div className={classes.problem}>
                    {change.problem.message}
                  </div>
                )}
              </TableCell>
              <TableCell>
                <ChangePreflight preflight={change.preflight} />
              </TableCell>
              <TableCell className={classes.asked}>
                <ChangeAsker requestedBy={change.requestedBy} />
                <div>
                  <RelativeTime value={change.requestedAt} />
                </div>
              </TableCell>
              <TableCell>
                {change.recordId ? <code>{change.recordId}</code> : 'None'}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}
