import { ReactNode } from 'react';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import CloudOffIcon from '@material-ui/icons/CloudOff';
import ErrorOutlineIcon from '@material-ui/icons/ErrorOutline';
import LockOutlinedIcon from '@material-ui/icons/LockOutlined';
import SearchIcon from '@material-ui/icons/Search';
import { FailureDetails } from './FailureDetails';
import { FailureKind, failureKind, failureMessage } from './failure';
import { Notice } from './Notice';

const ADVICE: Partial<Record<FailureKind, { title: string; text: string }>> = {
  'signed-out': {
    title: 'Your session has ended',
    text: 'Sign in again; what you were looking at will be here.',
  },
  unreachable: {
    title: 'The backend does not answer',
    text: 'Nothing is known until it does. Check your connection and try again; if it stays like this, tell the people who run this portal.',
  },
  misunderstood: {
    title: 'The answer was not understood',
    text: 'The frontend and the backend of Paved Road seem to be of different versions. The people who run this portal can bring them together.',
  },
};

/**
 * What stands in the place of something that could not be loaded: what
 * happened and what to do about it.
 */
export function RequestFailure(props: {
  error: Error;
  /** What was asked for, such as `the rules`. */
  what: string;
  /** Who can give the permission. */
  ask?: ReactNode;
  onRetry?: () => void;
  level?: 2 | 3 | 4;
}) {
  const { error, what, level } = props;
  const kind = failureKind(error);
  const retry = props.onRetry && (
    <Button variant="outlined" onClick={props.onRetry}>
      Try again
    </Button>
  );
  if (kind === 'forbidden') {
    return (
      <Notice
        icon={LockOutlinedIcon}
        tone="quiet"
        title="You may not see this"
        level={level}
      >
        <Typography>
          Your account has no permission to see {what}. Ask{' '}
          {props.ask ?? 'the people who run this portal'} if you need it.
        </Typography>
      </Notice>
    );
  }
  if (kind === 'missing') {
    return (
      <Notice
        icon={SearchIcon}
        tone="quiet"
        title="Not found"
        level={level}
        actions={retry}
      >
        <Typography>{failureMessage(error)}</Typography>
      </Notice>
    );
  }
  const advice = ADVICE[kind];
  if (advice) {
    return (
      <Notice
        icon={CloudOffIcon}
        tone="warn"
        title={advice.title}
        level={level}
        actions={retry}
        alert
      >
        <Typography>
          Could not load {what}. {advice.text}
        </Typography>
      </Notice>
    );
  }
  return (
    <Notice
      icon={ErrorOutlineIcon}
      tone="bad"
      title={`Could not load ${what}`}
      level={level}
      actions={retry}
      alert
    >
      <Typography>
        {failureMessage(error)} Try again; if it stays like this, give the
        details below to the people who run this portal.
      </Typography>
      <FailureDetails error={error} />
    </Notice>
  );
}
