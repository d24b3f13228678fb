import { useId } from 'react';
import Button from '@material-ui/core/Button';
import CircularProgress from '@material-ui/core/CircularProgress';
import Typography from '@material-ui/core/Typography';
import { makeStyles, Theme } from '@material-ui/core/styles';
import useAsyncFn from 'react-use/esm/useAsyncFn';
import { useApi } from '@backstage/core-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import {
  checkCreatePermission,
  CheckSummary,
} from '@paved-road/backstage-plugin-paved-road-common';
import { pavedRoadApiRef } from '../../api';
import { entityPathOf } from '../../shared/entityRefs';
import { failureKind, failureMessage } from '../../shared/failure';
import { statusSentence } from '../sentences';
import { CheckProgress } from './useCheckProgress';

const useStyles = makeStyles(
  (theme: Theme) => ({
    root: {
      display: 'flex',
      flexDirection: 'column',
      alignItems: 'flex-start',
      gap: theme.spacing(0.5),
      maxWidth: 320,
      [theme.breakpoints.up('md')]: {
        alignItems: 'flex-end',
        textAlign: 'right',
      },
    },
    progress: {
      display: 'flex',
      alignItems: 'center',
      gap: theme.spacing(1),
      minHeight: theme.spacing(3),
    },
  }),
  { name: 'PavedRoadCheckNow' },
);

/** Asks for a check, and says how far it has come. */
export function CheckNow(props: {
  entityRef: string;
  progress?: CheckProgress;
  onAsked: (check: CheckSummary) => void;
}) {
  const { entityRef, progress, onAsked } = props;
  const classes = useStyles();
  const id = useId();
  const api = useApi(pavedRoadApiRef);
  const permission = usePermission({
    permission: checkCreatePermission,
    resourceRef: entityRef,
  });
  const [asked, ask] = useAsyncFn(async () => {
    onAsked(await api.createCheck(entityPathOf(entityRef)));
  }, [api, entityRef, onAsked]);

  const open = asked.loading || (progress && !progress.ended);
  const refusal = refusalOf(permission);
  return (
    <div className={classes.root}>
      <Button
        variant="contained"
        color="primary"
        disabled={!permission.allowed || Boolean(open)}
        aria-describedby={id}
        onClick={ask}
      >
        Check now
      </Button>
      <div id={id}>
        <div role="status" className={classes.progress}>
          {open && <CircularProgress size={16} aria-hidden />}
          <Typography variant="body2" component="span">
            {asked.loading ? 'Asking for a check' : progressWords(progress)}
            {!open && !progress && refusal}
          </Typography>
        </div>
      </div>
      {asked.error && (
        <Typography variant="body2" color="error" role="alert">
          {failureKind(asked.error) === 'forbidden'
            ? `The check was refused. ${failureMessage(asked.error)}`
            : `The check could not be asked for. ${failureMessage(
                asked.error,
              )} Try again.`}
        </Typography>
      )}
    </div>
  );
}

function refusalOf(permission: {
  loading: boolean;
  allowed: boolean;
  error?: Error;
}): string | undefined {
  if (permission.loading || permission.allowed) {
    return undefined;
  }
  return permission.error
    ? 'Whether you may ask for a check could not be found out. Load the page again.'
    : 'You may not ask for a check of this service. Its owners can.';
}

function progressWords(progress: CheckProgress | undefined): string {
  if (!progress) {
    return '';
  }
  const { ended, lost, state } = progress;
  if (ended?.state === 'failed') {
    return `The check failed. ${ended.error ?? 'No reason is recorded.'}`;
  }
  if (ended) {
    return ended.verdict && ended.counts
      ? `The check is done: ${statusSentence({
          verdict: ended.verdict,
          counts: ended.counts,
        })}`
      : 'The check is done';
  }
  if (lost) {
    return 'The check goes on, but its progress cannot be seen now.';
  }
  return state === 'queued' ? 'Waiting for its turn' : 'Checking the documents';
}
