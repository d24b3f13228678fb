import { ReactNode } from 'react';
import Paper from '@material-ui/core/Paper';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableContainer from '@material-ui/core/TableContainer';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import { makeStyles, Theme } from '@material-ui/core/styles';
import { Link } from '@backstage/core-components';
import {
  channelStates,
  channelStateShortWords,
} from '../../pipelines/channel/channelWords';
import { GrowingList } from '../../shared/GrowingList';
import { toneColor } from '../../shared/tone';
import { ParamChanges } from '../../shared/useUrlParams';
import { useAdoptionLink } from '../links';
import { StateCounts } from './adoptionFilters';

const SHOWN_AT_FIRST = 10;

const useStyles = makeStyles(
  (theme: Theme) => ({
    name: { overflowWrap: 'anywhere' },
    none: { color: toneColor(theme, 'quiet') },
  }),
  { name: 'PavedRoadGroupTable' },
);

export interface ServiceGroup {
  key: string;
  name: ReactNode;
  /** What leads to the services of the group. */
  filters: ParamChanges;
  counts: StateCounts;
}

/** Groups of services with how many stand where, each number leading to those. */
export function GroupTable(props: {
  label: string;
  head: string;
  noun: [one: string];
  groups: ServiceGroup[];
}) {
  const classes = useStyles();
  return (
    <GrowingList items={props.groups} first={SHOWN_AT_FIRST} noun={props.noun}>
      {groups => (
        <TableContainer component={Paper} variant="outlined">
          <Table size="small" aria-label={props.label}>
            <TableHead>
              <TableRow>
                <TableCell scope="col">{props.head}</TableCell>
                {channelStates.map(state => (
                  <TableCell key={state} scope="col" align="right">
                    {channelStateShortWords[state]}
                  </TableCell>
                ))}
              </TableRow>
            </TableHead>
            <TableBody>
              {groups.map(group => (
                <TableRow key={group.key} hover>
                  <TableCell className={classes.name}>{group.name}</TableCell>
                  <GroupNumbers group={group} />
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </TableContainer>
      )}
    </GrowingList>
  );
}

function GroupNumbers(props: { group: ServiceGroup }) {
  const { counts, filters } = props.group;
  const classes = useStyles();
  const adoptionLink = useAdoptionLink();
  return (
    <>
      {channelStates.map(state => (
        <TableCell key={state} align="right">
          {counts[state] > 0 ? (
            <Link to={adoptionLink({ ...filters, state })}>
              {counts[state].toLocaleString('en')}
            </Link>
          ) : (
            <span className={classes.none}>0</span>
          )}
        </TableCell>
      ))}
    </>
  );
}
