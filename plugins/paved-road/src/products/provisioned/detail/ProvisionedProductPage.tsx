import { useParams } from 'react-router-dom';
import { useRouteRef } from '@backstage/core-plugin-api';
import { provisionedProductsRouteRef } from '../../../routes';
import { BackLink } from '../../../shared/BackLink';
import { ProvisionedFailure } from '../ProvisionedFailure';
import { Loading } from '../../../shared/Loading';
import { ProvisionedProduct } from './ProvisionedProduct';
import { useProvisionedProduct } from './useProvisionedProduct';

/** One provisioned product: how it is, what it gives, and what can be done. */
export function ProvisionedProductPage() {
  const { id = '' } = useParams();
  const listLink = useRouteRef(provisionedProductsRouteRef);
  return (
    <>
      <BackLink to={listLink()}>All provisioned products</BackLink>
      <PageBody key={id} id={id} />
    </>
  );
}

function PageBody(props: { id: string }) {
  const product = useProvisionedProduct(props.id);
  if (product.error) {
    return (
      <ProvisionedFailure error={product.error} onRetry={product.reload} />
    );
  }
  if (!product.value) {
    return (
      <Loading
        label="Loading the provisioned product"
        rows={5}
        rowHeight={96}
      />
    );
  }
  return (
    <ProvisionedProduct
      product={product.value}
      lost={product.lost}
      onChanged={product.reload}
    />
  );
}
