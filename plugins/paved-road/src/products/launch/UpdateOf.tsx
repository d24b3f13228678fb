import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { useApi } from '@backstage/core-plugin-api';
import { ProvisionedProductDetail } from '@paved-road/backstage-plugin-paved-road-common';
import { pavedRoadApiRef } from '../../api';
import { DetailArticle } from '../../shared/DetailArticle';
import { Loading } from '../../shared/Loading';
import { ProductFailure } from '../detail/ProductFailure';
import { UpdateFacts } from './UpdateFacts';
import { UpdateProduct } from './UpdateProduct';
import { usePlaceWords } from './usePlaceWords';

/** What is updated, and the form once its product is known. */
export function UpdateOf(props: { provisioned: ProvisionedProductDetail }) {
  const { provisioned } = props;
  const { account, accountTitle, environment } = provisioned;
  const api = useApi(pavedRoadApiRef);
  const placeWords = usePlaceWords(
    'Updates',
    { title: accountTitle, environment },
    `the account ${account}`,
  );
  const product = useAsyncRetry(
    () => api.getProduct({ account, product: provisioned.product.id }),
    [api, account, provisioned.product.id],
  );

  const body = () => {
    if (product.error) {
      return (
        <ProductFailure
          error={product.error}
          what="its product"
          account={accountTitle}
          level={3}
          onRetry={product.retry}
        />
      );
    }
    return product.value ? (
      <UpdateProduct
        provisioned={provisioned}
        product={product.value}
        placeWords={placeWords}
        onRetry={product.retry}
      />
    ) : (
      <Loading label="Loading its product" rows={4} rowHeight={96} />
    );
  };

  return (
    <DetailArticle
      title={`Update ${provisioned.name}`}
      id={provisioned.awsId ?? provisioned.id}
      kind="provisioned product"
      marks={<strong>{placeWords}</strong>}
      aside={<UpdateFacts provisioned={provisioned} />}
    >
      {body()}
    </DetailArticle>
  );
}
