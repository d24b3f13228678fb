import { useParams } from 'react-router-dom';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { useApi, useRouteRef } from '@backstage/core-plugin-api';
import { pavedRoadApiRef } from '../../api';
import { productRouteRef, productsRouteRef } from '../../routes';
import { BackLink } from '../../shared/BackLink';
import { Loading } from '../../shared/Loading';
import { accountName } from '../accountName';
import { ProductFailure } from '../detail/ProductFailure';
import { useAccount } from '../detail/useAccount';
import { LaunchProduct } from './LaunchProduct';

/** The launch of a product: what, for whom, with which values, and what comes of it. */
export function LaunchPage() {
  const { account: accountId = '', product: id = '' } = useParams();
  const api = useApi(pavedRoadApiRef);
  const productsLink = useRouteRef(productsRouteRef);
  const productLink = useRouteRef(productRouteRef);
  const account = useAccount(accountId, id);
  const product = useAsyncRetry(
    () => api.getProduct({ account: accountId, product: id }),
    [api, accountId, id],
  );

  if (product.error) {
    return (
      <>
        <BackLink to={productsLink()}>All products</BackLink>
        <ProductFailure
          error={product.error}
          what={`the product ${id}`}
          account={account ? accountName(account) : `The account ${accountId}`}
          level={2}
          onRetry={product.retry}
        />
      </>
    );
  }
  return (
    <>
      <BackLink to={productLink({ account: accountId, product: id })}>
        {product.value?.name ?? 'The product'}
      </BackLink>
      {product.value ? (
        <LaunchProduct
          key={`${accountId} ${id}`}
          product={product.value}
          account={account}
          onRetry={product.retry}
        />
      ) : (
        <Loading label="Loading the product" rows={5} rowHeight={96} />
      )}
    </>
  );
}
