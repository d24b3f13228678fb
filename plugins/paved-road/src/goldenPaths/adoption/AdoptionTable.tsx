import Paper from '@material-ui/core/Paper';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableContainer from '@material-ui/core/TableContainer';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import { makeStyles, Theme } from '@material-ui/core/styles';
import { Link } from '@backstage/core-components';
import { useEntityRefLink } from '@backstage/plugin-catalog-react';
import { ChannelStateMark } from '../../pipelines/channel/ChannelStateMark';
import { shortName } from '../../shared/entityRefs';
import { OwnerLink } from '../../shared/OwnerLink';
import { RelativeTime } from '../../shared/RelativeTime';
import { toneColor } from '../../shared/tone';
import { useGoldenPathLink } from '../links';
import { AdoptedService } from './adoptionFilters';
import { Hurts } from './Hurts';
import { WhyOff } from './WhyOff';

const useStyles = makeStyles(
  (theme: Theme) => ({
    cell: { verticalAlign: 'top' },
    quiet: {
      color: toneColor(theme, 'quiet'),
      fontSize: theme.typography.pxToRem(13),
    },
    state: { verticalAlign: 'top', minWidth: 150 },
    why: { verticalAlign: 'top', minWidth: 200 },
  }),
  { name: 'PavedRoadAdoptionTable' },
);

/** Services in the order in which they need care. */
export function AdoptionTable(props: {
  services: AdoptedService[];
  titles: Map<string, string>;
}) {
  return (
    <TableContainer component={Paper} variant="outlined">
      <Table size="small" aria-label="Services">
        <TableHead>
          <TableRow>
            <TableCell scope="col">Service</TableCell>
            <TableCell scope="col">State</TableCell>
            <TableCell scope="col">Why</TableCell>
            <TableCell scope="col">How it hurts</TableCell>
            <TableCell scope="col">Team</TableCell>
            <TableCell scope="col">Golden path</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {props.services.map(service => (
            <ServiceRow
              key={service.entityRef}
              service={service}
              titles={props.titles}
            />
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}

function ServiceRow(props: {
  service: AdoptedService;
  titles: Map<string, string>;
}) {
  const { service, titles } = props;
  const { entityRef, title, state, since, owner, goldenPath } = service;
  const classes = useStyles();
  const entityLink = useEntityRefLink();
  const goldenPathLink = useGoldenPathLink();
  return (
    <TableRow hover>
      <TableCell className={classes.cell}>
        <Link to={entityLink(entityRef)}>{title ?? shortName(entityRef)}</Link>
      </TableCell>
      <TableCell className={classes.state}>
        <ChannelStateMark state={state} />
        {since && (
          <div className={classes.quiet}>
            since <RelativeTime value={since} />
          </div>
        )}
      </TableCell>
      <TableCell className={classes.why}>
        <WhyOff service={service} />
      </TableCell>
      <TableCell className={classes.cell}>
        <Hurts service={service} />
      </TableCell>
      <TableCell className={classes.cell}>
        {owner ? <OwnerLink entityRef={owner} /> : 'Nobody'}
      </TableCell>
      <TableCell className={classes.cell}>
        {goldenPath ? (
          <>
            <Link to={goldenPathLink(goldenPath)}>
              {titles.get(goldenPath) ?? shortName(goldenPath)}
            </Link>
            <div className={classes.quiet}>
              {service.version ?? 'No version recorded'}
            </div>
          </>
        ) : (
          <span className={classes.quiet}>None</span>
        )}
      </TableCell>
    </TableRow>
  );
}
