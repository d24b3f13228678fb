import { ReactNode } from 'react';
import Paper from '@material-ui/core/Paper';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableContainer from '@material-ui/core/TableContainer';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import TableSortLabel from '@material-ui/core/TableSortLabel';
import { makeStyles, Theme } from '@material-ui/core/styles';
import { Link } from '@backstage/core-components';
import { ServiceStatus } from '@paved-road/backstage-plugin-paved-road-common';
import { OwnerLink } from '../../shared/OwnerLink';
import { RelativeTime } from '../../shared/RelativeTime';
import { ServiceLink, useComplianceLink } from '../../shared/ServiceLink';
import { SeverityLabel } from '../../shared/SeverityLabel';
import { toneColor } from '../../shared/tone';
import { VerdictChip } from '../../shared/verdict';
import { failureCounts } from '../sentences';
import { StatusMarks } from '../StatusMarks';
import { ServiceSort, SortOrder } from './serviceFilters';

const useStyles = makeStyles(
  (theme: Theme) => ({
    cell: { verticalAlign: 'top' },
    reason: {
      maxWidth: '45ch',
      color: toneColor(theme, 'quiet'),
      fontSize: theme.typography.pxToRem(13),
      overflowWrap: 'anywhere',
    },
    marks: { display: 'flex', flexDirection: 'column' },
  }),
  { name: 'PavedRoadServicesTable' },
);

/** The order in which a column is first sorted. */
const FIRST_ORDER: Record<ServiceSort, SortOrder> = {
  urgency: 'asc',
  name: 'asc',
  checkedAt: 'asc',
  failures: 'desc',
};

interface Sorting {
  sort: ServiceSort;
  order: SortOrder;
  onSort: (sort: ServiceSort, order: SortOrder) => void;
}

/** One page of the fleet's status. */
export function ServicesTable(props: { services: ServiceStatus[] } & Sorting) {
  const { services, ...sorting } = props;
  return (
    <TableContainer component={Paper} variant="outlined">
      <Table size="small" aria-label="Services">
        <TableHead>
          <TableRow>
            <SortableHead name="name" {...sorting}>
              Service
            </SortableHead>
            <SortableHead name="urgency" {...sorting}>
              Verdict
            </SortableHead>
            <SortableHead name="failures" {...sorting}>
              What fails
            </SortableHead>
            <TableCell scope="col">Owner</TableCell>
            <SortableHead name="checkedAt" {...sorting}>
              Checked
            </SortableHead>
          </TableRow>
        </TableHead>
        <TableBody>
          {services.map(service => (
            <ServiceRow key={service.entityRef} service={service} />
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}

function SortableHead(
  props: Sorting & { name: ServiceSort; children: ReactNode },
) {
  const { name, sort, order, onSort } = props;
  const active = sort === name;
  const opposite = order === 'asc' ? 'desc' : 'asc';
  return (
    <TableCell scope="col" sortDirection={active ? order : false}>
      <TableSortLabel
        active={active}
        direction={active ? order : FIRST_ORDER[name]}
        onClick={() => onSort(name, active ? opposite : FIRST_ORDER[name])}
      >
        {props.children}
      </TableSortLabel>
    </TableCell>
  );
}

function ServiceRow(props: { service: ServiceStatus }) {
  const { service } = props;
  const classes = useStyles();
  return (
    <TableRow hover>
      <TableCell className={classes.cell}>
        <ServiceLink entityRef={service.entityRef} title={service.title} />
      </TableCell>
      <TableCell className={classes.cell}>
        <VerdictChip kind={service.verdict} />
      </TableCell>
      <TableCell className={classes.cell}>
        <Failures service={service} />
      </TableCell>
      <TableCell className={classes.cell}>
        {service.owner ? <OwnerLink entityRef={service.owner} /> : 'Nobody'}
      </TableCell>
      <TableCell className={classes.cell}>
        {service.checkedAt ? (
          <RelativeTime value={service.checkedAt} />
        ) : (
          'Never'
        )}
        <div className={classes.marks}>
          <StatusMarks status={service} />
        </div>
      </TableCell>
    </TableRow>
  );
}

function Failures(props: { service: ServiceStatus }) {
  const { counts, entityRef, reason, verdict, worstSeverity } = props.service;
  const classes = useStyles();
  const complianceLink = useComplianceLink();
  const failures = failureCounts(counts);
  return (
    <>
      {failures && (
        <div>
          <Link to={complianceLink(entityRef)}>{failures}</Link>
        </div>
      )}
      {failures && worstSeverity && <SeverityLabel severity={worstSeverity} />}
      {verdict === 'unknown' && reason && (
        <div className={classes.reason}>{reason.message}</div>
      )}
    </>
  );
}
