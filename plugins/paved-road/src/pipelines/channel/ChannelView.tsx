import { ReactNode, useState } from 'react';
import Typography from '@material-ui/core/Typography';
import { makeStyles, Theme } from '@material-ui/core/styles';
import useAsyncFn from 'react-use/esm/useAsyncFn';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { useApi } from '@backstage/core-plugin-api';
import { ServiceChannel } from '@paved-road/backstage-plugin-paved-road-common';
import { pavedRoadApiRef } from '../../api';
import { entityPathOf } from '../../shared/entityRefs';
import { failureKind } from '../../shared/failure';
import { Loading } from '../../shared/Loading';
import { RequestFailure } from '../../shared/RequestFailure';
import { ChannelItems } from './ChannelItems';
import { ChannelState } from './ChannelState';
import { LookAgain } from './LookAgain';

const useStyles = makeStyles(
  (theme: Theme) => ({
    part: { marginTop: theme.spacing(1.5) },
  }),
  { name: 'PavedRoadChannelView' },
);

const NEVER_SEEN: Pick<ServiceChannel, 'state' | 'items'> = {
  state: 'unknown',
  items: [],
};

/** What is known of a service's way to production, and a new look at it. */
export function ChannelView(props: {
  entityRef: string;
  /** Stands below the state. */
  children: ReactNode;
}) {
  const { entityRef, children } = props;
  const classes = useStyles();
  const api = useApi(pavedRoadApiRef);
  const known = useAsyncRetry(
    () => api.getServiceChannel(entityPathOf(entityRef)),
    [api, entityRef],
  );
  const [seen, setSeen] = useState<ServiceChannel>();
  const [looking, look] = useAsyncFn(async () => {
    setSeen(await api.checkServiceChannel(entityPathOf(entityRef)));
  }, [api, entityRef]);
  const channel = seen ?? known.value;
  const isMissing =
    known.error !== undefined && failureKind(known.error) === 'missing';

  const state = () => {
    if (channel) {
      return <ChannelState channel={channel} />;
    }
    if (isMissing) {
      return <ChannelState channel={NEVER_SEEN} />;
    }
    if (known.error) {
      return (
        <RequestFailure
          error={known.error}
          what="the channel of this service"
          ask="the owners of the service"
          onRetry={known.retry}
          level={4}
        />
      );
    }
    return <Loading label="Loading the channel" rows={3} rowHeight={28} />;
  };

  return (
    <>
      {state()}
      {children}
      {channel && <ChannelItems items={channel.items} />}
      {(channel || isMissing) && (
        <Typography component="div" variant="body2" className={classes.part}>
          <LookAgain
            entityRef={entityRef}
            channel={channel}
            looking={looking.loading}
            error={looking.error}
            onLook={look}
          />
        </Typography>
      )}
    </>
  );
}
