import Paper from '@material-ui/core/Paper';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableContainer from '@material-ui/core/TableContainer';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import ErrorOutlineIcon from '@material-ui/icons/ErrorOutline';
import HelpOutlineIcon from '@material-ui/icons/HelpOutline';
import ReportIcon from '@material-ui/icons/Report';
import { ChangePlan } from '@paved-road/backstage-plugin-paved-road-common';
import { GrowingList } from '../../shared/GrowingList';
import { Mark } from '../../shared/Mark';
import { Notice } from '../../shared/Notice';
import { ResourceType } from '../../shared/ResourceType';

const SHOWN = 20;

type ResourceChange = ChangePlan['resourceChanges'][number];

const actionWords: Record<ResourceChange['action'], string> = {
  ADD: 'Is made',
  MODIFY: 'Is changed',
  REMOVE: 'Is removed',
};

const problemTitles: Record<
  NonNullable<ChangePlan['problem']>['code'],
  string
> = {
  'not-allowed': 'The portal may not ask AWS for a plan',
  failed: 'AWS could not make a plan',
  unreachable: 'AWS does not answer',
};

/** What AWS would do to single resources, what is lost first. */
export function PlanView(props: { plan: ChangePlan }) {
  const { resourceChanges, problem } = props.plan;
  if (problem) {
    return (
      <Notice
        icon={HelpOutlineIcon}
        tone="info"
        title={problemTitles[problem.code]}
        level={4}
      >
        <Typography>{problem.message}</Typography>
        <Typography>So what would be made is not known.</Typography>
      </Notice>
    );
  }
  if (resourceChanges.length === 0) {
    return (
      <Typography>No resource would be made, changed or removed.</Typography>
    );
  }
  const ordered = [...resourceChanges].sort(
    (one, other) => lossOf(other) - lossOf(one),
  );
  return (
    <GrowingList items={ordered} first={SHOWN} noun={['more resource']}>
      {shown => (
        <TableContainer component={Paper} variant="outlined">
          <Table size="small" aria-label="Resources">
            <TableHead>
              <TableRow>
                <TableCell scope="col">Resource</TableCell>
                <TableCell scope="col">What happens</TableCell>
              </TableRow>
            </TableHead>
            <TableBody>
              {shown.map((change, index) => (
                <TableRow key={`${index} ${change.logicalId}`}>
                  <TableCell>
                    <div>{change.logicalId}</div>
                    {change.resourceType && (
                      <ResourceType type={change.resourceType} />
                    )}
                  </TableCell>
                  <TableCell>
                    <div>
                      {actionWords[change.action]}
                      {change.scope.length > 0 &&
                        `: ${change.scope.join(', ')}`}
                    </div>
                    <Loss change={change} />
                  </TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </TableContainer>
      )}
    </GrowingList>
  );
}

/** How much is lost with a resource: 0 for nothing. */
function lossOf({ action, replacement }: ResourceChange): number {
  if (action === 'REMOVE' || replacement === 'TRUE') {
    return 2;
  }
  return replacement === 'CONDITIONAL' ? 1 : 0;
}

function Loss(props: { change: ResourceChange }) {
  const { action, replacement } = props.change;
  if (action === 'REMOVE') {
    return (
      <Mark icon={ReportIcon} tone="bad">
        What it keeps may be lost
      </Mark>
    );
  }
  switch (replacement) {
    case 'TRUE':
      return (
        <Mark icon={ReportIcon} tone="bad">
          Is made anew: what it keeps is lost
        </Mark>
      );
    case 'CONDITIONAL':
      return (
        <Mark icon={ErrorOutlineIcon} tone="warn">
          May be made anew: what it keeps may be lost
        </Mark>
      );
    default:
      return null;
  }
}
