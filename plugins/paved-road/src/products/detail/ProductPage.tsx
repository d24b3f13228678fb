import { useParams } from 'react-router-dom';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { useApi, useRouteRef } from '@backstage/core-plugin-api';
import { pavedRoadApiRef } from '../../api';
import { productsRouteRef } from '../../routes';
import { BackLink } from '../../shared/BackLink';
import { Loading } from '../../shared/Loading';
import { accountName } from '../accountName';
import { Product } from './Product';
import { ProductFailure } from './ProductFailure';
import { useAccount } from './useAccount';

/** One product: what one gets first, then what it asks for. */
export function ProductPage() {
  const { account: accountId = '', product: id = '' } = useParams();
  const api = useApi(pavedRoadApiRef);
  const productsLink = useRouteRef(productsRouteRef);
  const account = useAccount(accountId, id);
  const product = useAsyncRetry(
    () => api.getProduct({ account: accountId, product: id }),
    [api, accountId, id],
  );

  const body = () => {
    if (product.loading) {
      return <Loading label="Loading the product" rows={5} rowHeight={96} />;
    }
    if (product.error) {
      return (
        <ProductFailure
          error={product.error}
          what={`the product ${id}`}
          account={account ? accountName(account) : `The account ${accountId}`}
          level={2}
          onRetry={product.retry}
        />
      );
    }
    return (
      product.value && (
        <Product
          key={`${accountId} ${id}`}
          product={product.value}
          account={account}
          onRetry={product.retry}
        />
      )
    );
  };

  return (
    <>
      <BackLink to={productsLink()}>All products</BackLink>
      {body()}
    </>
  );
}
