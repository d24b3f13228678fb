import Button from '@material-ui/core/Button';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { useApi } from '@backstage/core-plugin-api';
import {
  ServiceCompliance,
  ServiceStages,
} from '@paved-road/backstage-plugin-paved-road-common';
import { pavedRoadApiRef } from '../api';
import { entityPathOf } from '../shared/entityRefs';
import { Loading } from '../shared/Loading';
import { Section } from '../shared/Section';
import { useUrlParams } from '../shared/useUrlParams';
import { AllResults } from './AllResults';
import { NoResults } from './NoResults';
import { QuietFailure } from './QuietFailure';
import { StagesView } from './stages/StagesView';

/** What source, pipeline and deployment say of a service, side by side. */
export function PipelineResults(props: {
  entityRef: string;
  /** For links to this place. */
  id: string;
  /** Absent where the source has not been checked. */
  source?: ServiceCompliance;
}) {
  const { entityRef, source } = props;
  const api = useApi(pavedRoadApiRef);
  const { params, change } = useUrlParams();
  const asked = params.get('environment') ?? undefined;
  const { error, loading, retry, value } = useAsyncRetry(
    () => api.getServiceStages(entityPathOf(entityRef), { environment: asked }),
    // A check that has ended may have changed what the source says.
    [api, entityRef, asked, source?.status.checkId],
  );
  const body = () => {
    if (error) {
      return (
        <>
          <QuietFailure error={error} onRetry={retry} />
          {asked !== undefined && (
            <Button
              variant="outlined"
              onClick={() => change({ environment: undefined })}
            >
              Show the default environment
            </Button>
          )}
        </>
      );
    }
    // While another environment loads, the one before is no answer.
    if (
      !value ||
      (loading && value.environment !== (asked ?? value.environments[0]))
    ) {
      return <Loading label="Loading what pipelines have found" />;
    }
    return hasResults(value) ? (
      <>
        <StagesView stages={value} entityRef={entityRef} source={source} />
        <AllResults entityRef={entityRef} />
      </>
    ) : (
      <NoResults entityRef={entityRef} />
    );
  };
  return (
    <Section level={3} id={props.id} title="Pipeline">
      {body()}
    </Section>
  );
}

/** In any environment; the one that is looked at is always among them. */
function hasResults({ environment, environments, stages }: ServiceStages) {
  return (
    environments.some(name => name !== environment) ||
    stages.some(({ stage, verdict }) => stage !== 'source' && verdict)
  );
}
