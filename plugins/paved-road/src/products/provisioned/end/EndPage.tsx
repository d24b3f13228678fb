import { useNavigate, useParams } from 'react-router-dom';
import Typography from '@material-ui/core/Typography';
import BlockIcon from '@material-ui/icons/Block';
import { useRouteRef } from '@backstage/core-plugin-api';
import { provisionedProductRouteRef } from '../../../routes';
import { BackLink } from '../../../shared/BackLink';
import { Loading } from '../../../shared/Loading';
import { Notice } from '../../../shared/Notice';
import { Section } from '../../../shared/Section';
import { obstacleTo } from '../detail/obstacles';
import { useProvisionedProduct } from '../detail/useProvisionedProduct';
import { ProvisionedFailure } from '../ProvisionedFailure';
import { EndForm } from './EndForm';

/** The page on which a provisioned product is ended. */
export function EndPage() {
  const { id = '' } = useParams();
  const provisionedLink = useRouteRef(provisionedProductRouteRef);
  return (
    <>
      <BackLink to={provisionedLink({ id })}>Back without ending it</BackLink>
      <PageBody key={id} id={id} />
    </>
  );
}

function PageBody(props: { id: string }) {
  const { id } = props;
  const navigate = useNavigate();
  const provisionedLink = useRouteRef(provisionedProductRouteRef);
  const { value: product, error, reload } = useProvisionedProduct(id);
  if (error) {
    return <ProvisionedFailure error={error} onRetry={reload} />;
  }
  if (!product) {
    return <Loading label="Loading the provisioned product" rows={3} />;
  }
  const obstacle = obstacleTo('terminate', product);
  return (
    <Section level={2} title={`End ${product.name}`}>
      {obstacle ? (
        <Notice icon={BlockIcon} tone="warn" title="It cannot be ended now">
          <Typography>{obstacle}</Typography>
        </Notice>
      ) : (
        <EndForm
          product={product}
          onTaken={() => navigate(provisionedLink({ id }))}
        />
      )}
    </Section>
  );
}
