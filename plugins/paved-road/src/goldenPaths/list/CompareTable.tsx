import MuiLink from '@material-ui/core/Link';
import Paper from '@material-ui/core/Paper';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableContainer from '@material-ui/core/TableContainer';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import { makeStyles, Theme } from '@material-ui/core/styles';
import { Link } from '@backstage/core-components';
import { GoldenPath } from '@paved-road/backstage-plugin-paved-road-common';
import { RelativeTime } from '../../shared/RelativeTime';
import { toneColor } from '../../shared/tone';
import { count } from '../../shared/words';
import { goldenPathId, useAdoptionLink } from '../links';

const useStyles = makeStyles(
  (theme: Theme) => ({
    table: { marginBottom: theme.spacing(4) },
    cell: { verticalAlign: 'top' },
    quiet: {
      color: toneColor(theme, 'quiet'),
      fontSize: theme.typography.pxToRem(13),
    },
  }),
  { name: 'PavedRoadCompareTable' },
);

/** All golden paths at a glance, each leading to what is said of it. */
export function CompareTable(props: { paths: GoldenPath[] }) {
  const classes = useStyles();
  return (
    <TableContainer
      component={Paper}
      variant="outlined"
      className={classes.table}
    >
      <Table size="small" aria-label="Golden paths compared">
        <TableHead>
          <TableRow>
            <TableCell scope="col">Golden path</TableCell>
            <TableCell scope="col">Version</TableCell>
            <TableCell scope="col">Used by</TableCell>
            <TableCell scope="col">Rules it satisfies</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {props.paths.map(path => (
            <PathRow key={path.ref} path={path} />
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}

function PathRow(props: { path: GoldenPath }) {
  const { ref, title, version, changes, usage, rules } = props.path;
  const classes = useStyles();
  const adoptionLink = useAdoptionLink();
  const retired = rules.filter(({ inForce }) => !inForce).length;
  return (
    <TableRow hover>
      <TableCell className={classes.cell}>
        <MuiLink href={`#${goldenPathId(ref)}`}>{title}</MuiLink>
      </TableCell>
      <TableCell className={classes.cell}>
        {version || 'Not said'}
        {changes[0] && (
          <div className={classes.quiet}>
            <RelativeTime value={changes[0].date} />
          </div>
        )}
      </TableCell>
      <TableCell className={classes.cell}>
        {usage.services > 0 ? (
          <Link to={adoptionLink({ path: ref })}>
            {count(usage.services, 'service')}
          </Link>
        ) : (
          'None yet'
        )}
      </TableCell>
      <TableCell className={classes.cell}>
        {rules.length > 0 ? (
          <MuiLink href={`#${goldenPathId(ref, 'rules')}`}>
            {count(rules.length, 'rule')}
          </MuiLink>
        ) : (
          'None recorded'
        )}
        {retired > 0 && (
          <div className={classes.quiet}>{retired} not in force</div>
        )}
      </TableCell>
    </TableRow>
  );
}
