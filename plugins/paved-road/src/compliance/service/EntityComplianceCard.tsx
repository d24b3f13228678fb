import Typography from '@material-ui/core/Typography';
import { makeStyles, Theme } from '@material-ui/core/styles';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { Link } from '@backstage/core-components';
import { useApi } from '@backstage/core-plugin-api';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import { ServiceCompliance } from '@paved-road/backstage-plugin-paved-road-common';
import { pavedRoadApiRef } from '../../api';
import { entityPathOf } from '../../shared/entityRefs';
import { failureKind } from '../../shared/failure';
import { Loading } from '../../shared/Loading';
import { PageBody } from '../../shared/PageBody';
import { RelativeTime } from '../../shared/RelativeTime';
import { RequestFailure } from '../../shared/RequestFailure';
import { useComplianceLink } from '../../shared/ServiceLink';
import { VerdictChip } from '../../shared/verdict';
import { statusSentence } from '../sentences';
import { StatusMarks } from '../StatusMarks';
import { isOnPavedRoad } from './isOnPavedRoad';
import { TopBlockers } from './TopBlockers';

const useStyles = makeStyles(
  (theme: Theme) => ({
    verdict: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0.5, 1.5),
    },
    meta: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0, 2),
      marginTop: theme.spacing(1),
    },
  }),
  { name: 'PavedRoadEntityComplianceCard' },
);

/** A service's compliance in short, for its overview page. */
export function EntityComplianceCard() {
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  const onPavedRoad = isOnPavedRoad(entity);
  const api = useApi(pavedRoadApiRef);
  const complianceLink = useComplianceLink();
  const compliance = useAsyncRetry(
    async () =>
      onPavedRoad ? api.getService(entityPathOf(entityRef)) : undefined,
    [api, entityRef, onPavedRoad],
  );
  return (
    <EntityInfoCard
      title="Compliance"
      footerActions={
        <Link to={complianceLink(entityRef)}>
          {onPavedRoad ? 'All findings' : 'How to get on the paved road'}
        </Link>
      }
    >
      <PageBody>
        <CardBody onPavedRoad={onPavedRoad} compliance={compliance} />
      </PageBody>
    </EntityInfoCard>
  );
}

function CardBody(props: {
  onPavedRoad: boolean;
  compliance: { value?: ServiceCompliance; error?: Error; retry: () => void };
}) {
  const { onPavedRoad, compliance } = props;
  const classes = useStyles();
  if (!onPavedRoad) {
    return (
      <Typography>
        Not yet on the paved road: nothing is checked, nothing is known.
      </Typography>
    );
  }
  if (compliance.error) {
    return failureKind(compliance.error) === 'missing' ? (
      <Typography className={classes.verdict}>
        <VerdictChip kind="unknown" /> Not checked yet.
      </Typography>
    ) : (
      <RequestFailure
        error={compliance.error}
        what="the compliance of this service"
        ask="the owners of the service"
        onRetry={compliance.retry}
      />
    );
  }
  if (!compliance.value) {
    return <Loading label="Loading the compliance" rows={3} rowHeight={28} />;
  }
  const { status, results } = compliance.value;
  return (
    <>
      <Typography component="div" className={classes.verdict}>
        <VerdictChip kind={status.verdict} />
        <span>{statusSentence(status)}</span>
      </Typography>
      <TopBlockers results={results} entityRef={status.entityRef} />
      <Typography component="div" variant="body2" className={classes.meta}>
        {status.checkedAt && (
          <span>
            Checked <RelativeTime value={status.checkedAt} />
          </span>
        )}
        <StatusMarks status={status} />
      </Typography>
    </>
  );
}
