import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles, Theme } from '@material-ui/core/styles';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { useApi } from '@backstage/core-plugin-api';
import { pavedRoadApiRef } from '../../api';
import { entityPathOf } from '../../shared/entityRefs';
import { failureKind, failureMessage } from '../../shared/failure';
import { Loading } from '../../shared/Loading';
import { PathVersion } from './PathVersion';

const useStyles = makeStyles(
  (theme: Theme) => ({ part: { marginTop: theme.spacing(1.5) } }),
  { name: 'PavedRoadServicePath' },
);

/** Which golden path a service came from, and what has changed since. */
export function ServicePath(props: { entityRef: string }) {
  const { entityRef } = props;
  const classes = useStyles();
  const api = useApi(pavedRoadApiRef);
  const answer = useAsyncRetry(
    () => api.getServiceGoldenPath(entityPathOf(entityRef)),
    [api, entityRef],
  );
  const body = () => {
    if (answer.error) {
      // What stands above says so already.
      return ['forbidden', 'missing'].includes(
        failureKind(answer.error),
      ) ? null : (
        <Typography variant="body2" color="textSecondary">
          Which golden path it came from could not be loaded.{' '}
          {failureMessage(answer.error)}{' '}
          <Button size="small" onClick={answer.retry}>
            Try again
          </Button>
        </Typography>
      );
    }
    if (!answer.value) {
      return (
        <Loading label="Loading the golden path" rows={1} rowHeight={28} />
      );
    }
    return answer.value.path ? (
      <PathVersion path={answer.value.path} />
    ) : (
      <Typography variant="body2">It came from no golden path.</Typography>
    );
  };
  return <div className={classes.part}>{body()}</div>;
}
