import { stringifyEntityRef } from '@backstage/catalog-model';
import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import { goldenPathsRouteRef } from '../../routes';
import { PageBody } from '../../shared/PageBody';
import { ChannelView } from './ChannelView';
import { ServicePath } from './ServicePath';

/** Whether a service's way to production is the platform's, for its overview page. */
export function EntityChannelCard() {
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  const goldenPathsLink = useRouteRef(goldenPathsRouteRef);
  return (
    <EntityInfoCard
      title="Channel"
      footerActions={<Link to={goldenPathsLink()}>All golden paths</Link>}
    >
      <PageBody>
        <ChannelView key={entityRef} entityRef={entityRef}>
          <ServicePath entityRef={entityRef} />
        </ChannelView>
      </PageBody>
    </EntityInfoCard>
  );
}
