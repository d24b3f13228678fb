import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { useApi } from '@backstage/core-plugin-api';
import {
  LaunchPath,
  ProductDetail,
  ProductForm,
  ProductVersion,
} from '@paved-road/backstage-plugin-paved-road-common';
import { pavedRoadApiRef } from '../../api';
import { FormState } from './formState';

/** The form of a version through a launch path, once both are chosen. */
export function useVersionForm(
  product: Pick<ProductDetail, 'account' | 'id'>,
  version: ProductVersion | undefined,
  path: LaunchPath | undefined,
): {
  state: FormState;
  /** The form; absent while another one is loaded. */
  form: ProductForm | undefined;
} {
  const api = useApi(pavedRoadApiRef);
  const state = useAsyncRetry(
    async () =>
      version && path
        ? api.getProductForm(
            {
              account: product.account,
              product: product.id,
              version: version.id,
            },
            { path: path.id },
          )
        : undefined,
    [api, product.account, product.id, version?.id, path?.id],
  );
  return {
    state,
    form: state.loading || state.error ? undefined : state.value,
  };
}
