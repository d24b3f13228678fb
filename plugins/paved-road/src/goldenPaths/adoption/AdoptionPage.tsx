import Typography from '@material-ui/core/Typography';
import LayersClearIcon from '@material-ui/icons/LayersClear';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { Link } from '@backstage/core-components';
import { useApi, useRouteRef } from '@backstage/core-plugin-api';
import { Adoption } from '@paved-road/backstage-plugin-paved-road-common';
import { pavedRoadApiRef } from '../../api';
import { goldenPathsRouteRef } from '../../routes';
import { Loading } from '../../shared/Loading';
import { Notice } from '../../shared/Notice';
import { PageBody } from '../../shared/PageBody';
import { RelativeTime } from '../../shared/RelativeTime';
import { RequestFailure } from '../../shared/RequestFailure';
import { Section } from '../../shared/Section';
import { useScrollToHash } from '../../shared/useScrollToHash';
import { count } from '../../shared/words';
import { totalOf } from './adoptionFilters';
import { AdoptionGroups } from './AdoptionGroups';
import { AdoptionHistory } from './AdoptionHistory';
import { AdoptionServices } from './AdoptionServices';
import { StateNumbers } from './StateNumbers';

/** How far the paved road reaches, and which services it doesn't. */
export function AdoptionPage() {
  const api = useApi(pavedRoadApiRef);
  const goldenPathsLink = useRouteRef(goldenPathsRouteRef);
  const answer = useAsyncRetry(() => api.getAdoption(), [api]);
  const adoption = answer.value;
  useScrollToHash(adoption !== undefined);

  const body = () => {
    if (answer.error) {
      return (
        <RequestFailure
          error={answer.error}
          what="the adoption"
          onRetry={answer.retry}
        />
      );
    }
    if (!adoption) {
      return <Loading label="Loading the adoption" rows={4} rowHeight={96} />;
    }
    if (totalOf(adoption.counts) === 0) {
      return <NoService />;
    }
    return (
      <>
        <StateNumbers counts={adoption.counts} />
        <AdoptionHistory history={adoption.history} />
        <AdoptionGroups adoption={adoption} />
        <AdoptionServices adoption={adoption} />
      </>
    );
  };

  return (
    <PageBody>
      <Section
        level={2}
        title={<span aria-live="polite">{adoptionTitle(adoption)}</span>}
        actions={<Link to={goldenPathsLink()}>Golden paths</Link>}
      >
        {adoption && (
          <Typography variant="body2" color="textSecondary" paragraph>
            Of the services that you may see, as of{' '}
            <RelativeTime value={adoption.asOf} />. What could not be looked at
            counts as not known, never as on the road.
          </Typography>
        )}
        {body()}
      </Section>
    </PageBody>
  );
}

function NoService() {
  return (
    <Notice
      icon={LayersClearIcon}
      tone="info"
      title="There is no service to look at yet"
    >
      <Typography>
        The services and websites of the catalog are looked at on a schedule.
        Once there is one that you may see, it is counted here.
      </Typography>
    </Notice>
  );
}

function adoptionTitle(adoption: Adoption | undefined): string {
  const total = adoption ? totalOf(adoption.counts) : 0;
  if (!adoption || total === 0) {
    return 'Adoption';
  }
  const onRoad = adoption.counts['on-road'];
  return `${onRoad.toLocaleString('en')} of ${count(total, 'service')} ${
    onRoad === 1 ? 'is' : 'are'
  } on the paved road`;
}
