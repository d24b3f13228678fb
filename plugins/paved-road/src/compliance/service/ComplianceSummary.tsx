import { ReactNode } from 'react';
import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { makeStyles, Theme } from '@material-ui/core/styles';
import {
  CheckSummary,
  ServiceStatus,
} from '@paved-road/backstage-plugin-paved-road-common';
import { OwnerLink } from '../../shared/OwnerLink';
import { RelativeTime } from '../../shared/RelativeTime';
import { toneColor } from '../../shared/tone';
import { VerdictChip, verdictTones } from '../../shared/verdict';
import { shortDigest } from '../../shared/words';
import { statusTitle } from '../sentences';
import { StatusMarks } from '../StatusMarks';
import { CheckAsker } from './CheckAsker';

const useStyles = makeStyles(
  (theme: Theme) => ({
    summary: {
      display: 'flex',
      flexWrap: 'wrap',
      justifyContent: 'space-between',
      alignItems: 'flex-start',
      gap: theme.spacing(2),
      padding: theme.spacing(2.5),
      marginBottom: theme.spacing(2),
      borderLeft: ({ verdict }: { verdict: ServiceStatus['verdict'] }) =>
        `6px solid ${toneColor(theme, verdictTones[verdict])}`,
    },
    title: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0.5, 1.5),
    },
    reason: { maxWidth: '85ch', overflowWrap: 'anywhere' },
    words: { flex: '1 1 400px', minWidth: 0 },
    meta: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0, 2),
      marginTop: theme.spacing(1),
      color: toneColor(theme, 'quiet'),
    },
  }),
  { name: 'PavedRoadComplianceSummary' },
);

/** The verdict on a service, why, and how much it can be relied on. */
export function ComplianceSummary(props: {
  status: ServiceStatus;
  /** The check that the status comes from. */
  check?: CheckSummary;
  environment?: string;
  action: ReactNode;
}) {
  const { status, check, environment } = props;
  const classes = useStyles({ verdict: status.verdict });
  return (
    <Paper variant="outlined" className={classes.summary}>
      <div className={classes.words}>
        <Typography component="h2" variant="h5" className={classes.title}>
          <VerdictChip kind={status.verdict} />
          {statusTitle(status, environment)}
        </Typography>
        {status.verdict === 'unknown' && status.reason && (
          <Typography className={classes.reason}>
            {status.reason.message}
          </Typography>
        )}
        {status.verdict !== 'pass' && status.owner && (
          <Typography>
            To be fixed by <OwnerLink entityRef={status.owner} />
          </Typography>
        )}
        <Typography component="div" variant="body2" className={classes.meta}>
          <StatusMarks status={status} />
          {status.checkedAt && (
            <span>
              Checked <RelativeTime value={status.checkedAt} />
              {check && (
                <>
                  , asked for by <CheckAsker check={check} />
                </>
              )}
            </span>
          )}
          {check?.bundleDigest && (
            <span>
              Against the rules{' '}
              <code title={check.bundleDigest}>
                {shortDigest(check.bundleDigest)}
              </code>
            </span>
          )}
          {check?.engineVersion && (
            <span>With the engine {check.engineVersion}</span>
          )}
        </Typography>
      </div>
      {props.action}
    </Paper>
  );
}
