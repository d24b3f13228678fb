import { stringifyEntityRef } from '@backstage/catalog-model';
import { Link } from '@backstage/core-components';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import Typography from '@material-ui/core/Typography';
import { Loading } from '../../../shared/Loading';
import { PageBody } from '../../../shared/PageBody';
import { RequestFailure } from '../../../shared/RequestFailure';
import { useProductsLinkFor, useResourcesLink } from '../links';
import { LostNote } from '../LostNote';
import { ResourceRows } from './ResourceRows';
import { StatusCounts } from './StatusCounts';
import { useEntityResources } from './useEntityResources';

/** What is provisioned for an entity in short, for its overview page. */
export function EntityResourcesCard() {
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  const resourcesLink = useResourcesLink();
  return (
    <EntityInfoCard
      title="Resources"
      footerActions={<Link to={resourcesLink(entityRef)}>All resources</Link>}
    >
      <PageBody>
        <CardBody key={entityRef} entityRef={entityRef} />
      </PageBody>
    </EntityInfoCard>
  );
}

function CardBody(props: { entityRef: string }) {
  const { entityRef } = props;
  const productsLinkFor = useProductsLinkFor();
  const { value, error, lost, reload } = useEntityResources(entityRef);
  if (error) {
    return (
      <RequestFailure
        error={error}
        what="what is provisioned for it"
        ask="its owners"
        onRetry={reload}
      />
    );
  }
  if (!value) {
    return <Loading label="Loading the resources" rows={3} rowHeight={28} />;
  }
  if (value.items.length === 0) {
    return (
      <Typography>
        Nothing is provisioned yet.{' '}
        <Link to={productsLinkFor(entityRef)}>See the products</Link> that can
        be launched.
      </Typography>
    );
  }
  return (
    <>
      <LostNote lost={lost} />
      <StatusCounts entityRef={entityRef} products={value.items} />
      <ResourceRows products={value.items} />
    </>
  );
}
