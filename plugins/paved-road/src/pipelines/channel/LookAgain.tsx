import { useId } from 'react';
import Button from '@material-ui/core/Button';
import CircularProgress from '@material-ui/core/CircularProgress';
import { makeStyles, Theme } from '@material-ui/core/styles';
import { usePermission } from '@backstage/plugin-permission-react';
import {
  checkCreatePermission,
  PipelineProvider,
  ServiceChannel,
} from '@paved-road/backstage-plugin-paved-road-common';
import { failureKind, failureMessage } from '../../shared/failure';
import { httpUrl } from '../../shared/httpUrl';
import { OutsideLink } from '../../shared/OutsideLink';
import { RelativeTime } from '../../shared/RelativeTime';
import { toneColor } from '../../shared/tone';

const useStyles = makeStyles(
  (theme: Theme) => ({
    row: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0.5, 2),
    },
    status: {
      display: 'inline-flex',
      alignItems: 'center',
      gap: theme.spacing(1),
      color: toneColor(theme, 'quiet'),
    },
    error: {
      marginTop: theme.spacing(1),
      color: toneColor(theme, 'bad'),
      overflowWrap: 'anywhere',
    },
  }),
  { name: 'PavedRoadLookAgain' },
);

const providerWords: Record<PipelineProvider, string> = {
  'github-actions': 'GitHub Actions',
  'service-catalog': 'CodeBuild, from Service Catalog',
};

/** When the wiring was looked at, and a new look at it. */
export function LookAgain(props: {
  entityRef: string;
  /** Absent before the first look. */
  channel: ServiceChannel | undefined;
  looking: boolean;
  error: Error | undefined;
  onLook: () => void;
}) {
  const { entityRef, looking, error } = props;
  const { checkedAt, provider, repositoryUrl } = props.channel ?? {};
  const classes = useStyles();
  const id = useId();
  const permission = usePermission({
    permission: checkCreatePermission,
    resourceRef: entityRef,
  });
  return (
    <>
      <div className={classes.row}>
        <Button
          variant="outlined"
          size="small"
          disabled={!permission.allowed || looking}
          aria-describedby={id}
          onClick={props.onLook}
        >
          {checkedAt ? 'Look again' : 'Look now'}
        </Button>
        <span id={id} role="status" className={classes.status}>
          {looking && <CircularProgress size={16} aria-hidden />}
          {looking ? (
            'Looking at the repository'
          ) : (
            <LookedAt checkedAt={checkedAt} />
          )}
          {!looking && refusalOf(permission)}
        </span>
        {provider && <span>{providerWords[provider]}</span>}
        {httpUrl(repositoryUrl) && (
          <OutsideLink url={repositoryUrl}>Repository</OutsideLink>
        )}
      </div>
      {error && !looking && (
        <div role="alert" className={classes.error}>
          {failureKind(error) === 'forbidden'
            ? `The look was refused. ${failureMessage(error)}`
            : `It could not be looked at. ${failureMessage(error)} Try again.`}
        </div>
      )}
    </>
  );
}

function LookedAt(props: { checkedAt: string | undefined }) {
  return props.checkedAt ? (
    <span>
      Looked at <RelativeTime value={props.checkedAt} />
    </span>
  ) : (
    <span>Never looked at</span>
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
    ? 'Whether you may look could not be found out.'
    : 'Its owners can look again.';
}
