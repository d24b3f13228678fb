import { useCallback, useState } from 'react';
import Typography from '@material-ui/core/Typography';
import HelpOutlineIcon from '@material-ui/icons/HelpOutline';
import useAsync from 'react-use/esm/useAsync';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { useApi } from '@backstage/core-plugin-api';
import {
  ServiceCompliance as Compliance,
  ServiceRuleResult,
} from '@paved-road/backstage-plugin-paved-road-common';
import { pavedRoadApiRef } from '../../api';
import { PipelineResults } from '../../pipelines';
import { entityPathOf } from '../../shared/entityRefs';
import { failureKind } from '../../shared/failure';
import { Loading } from '../../shared/Loading';
import { Notice } from '../../shared/Notice';
import { RequestFailure } from '../../shared/RequestFailure';
import { resultKind } from '../../shared/verdict';
import { CheckHistory } from './CheckHistory';
import { CheckNow } from './CheckNow';
import { ComplianceSummary } from './ComplianceSummary';
import { DocumentsTable } from './DocumentsTable';
import { partId } from './partId';
import { PartLinks } from './PartLinks';
import { ResultGroups } from './ResultGroups';
import { useCheckProgress } from './useCheckProgress';

/** A service's compliance as it is now. */
export function ServiceCompliance(props: { entityRef: string }) {
  const { entityRef } = props;
  const api = useApi(pavedRoadApiRef);
  const [round, setRound] = useState(0);
  const compliance = useAsyncRetry(
    () => api.getService(entityPathOf(entityRef)),
    [api, entityRef, round],
  );
  const onEnd = useCallback(() => setRound(current => current + 1), []);
  const { progress, follow } = useCheckProgress({
    entityRef,
    pending: compliance.value?.status.pending,
    onEnd,
  });
  const checkNow = (
    <CheckNow
      entityRef={entityRef}
      progress={progress}
      onAsked={check => follow({ checkId: check.id, state: check.state })}
    />
  );

  if (compliance.error) {
    return failureKind(compliance.error) === 'missing' ? (
      <>
        <Notice
          icon={HelpOutlineIcon}
          tone="info"
          title="Not checked yet"
          level={2}
          actions={checkNow}
        >
          <Typography>
            The service is on the paved road, and the portal has not met it yet.
            It is checked with the next scheduled round, or now.
          </Typography>
        </Notice>
        <PipelineResults id={partId('pipeline')} entityRef={entityRef} />
      </>
    ) : (
      <RequestFailure
        error={compliance.error}
        what="the compliance of this service"
        ask="the owners of the service"
        level={2}
        onRetry={compliance.retry}
      />
    );
  }
  if (!compliance.value) {
    return <Loading label="Loading the compliance" rows={4} rowHeight={120} />;
  }
  const { documents, results } = compliance.value;
  const blocks = (result: ServiceRuleResult) => resultKind(result) === 'blocks';
  return (
    <>
      <Summary compliance={compliance.value} action={checkNow} />
      <PartLinks compliance={compliance.value} />
      <ResultGroups
        results={results.filter(blocks)}
        documents={documents}
        excerptOf={entityRef}
      />
      <PipelineResults
        id={partId('pipeline')}
        entityRef={entityRef}
        source={compliance.value}
      />
      <ResultGroups
        results={results.filter(result => !blocks(result))}
        documents={documents}
        excerptOf={entityRef}
      />
      <DocumentsTable documents={documents} />
      <CheckHistory key={round} entityRef={entityRef} />
    </>
  );
}

function Summary(props: { compliance: Compliance; action: JSX.Element }) {
  const { status } = props.compliance;
  const { entityRef, checkId } = status;
  const api = useApi(pavedRoadApiRef);
  const check = useAsync(
    async () =>
      checkId
        ? api.getCheck({ ...entityPathOf(entityRef), checkId })
        : undefined,
    [api, entityRef, checkId],
  );
  const bundle = useAsync(() => api.getBundle(), [api]);
  return (
    <ComplianceSummary
      status={status}
      check={check.value}
      environment={bundle.value?.defaultEnvironment}
      action={props.action}
    />
  );
}
