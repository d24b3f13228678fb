import useAsync from 'react-use/esm/useAsync';
import { useApi } from '@backstage/core-plugin-api';
import { ProductAccount } from '@paved-road/backstage-plugin-paved-road-common';
import { pavedRoadApiRef } from '../../api';

/**
 * What is known of an account. Only the list of products says it; the id of the
 * product as words keeps the answer small, since hardly any product names it.
 */
export function useAccount(
  account: string,
  product: string,
): ProductAccount | undefined {
  const api = useApi(pavedRoadApiRef);
  const list = useAsync(
    () => api.listProducts({ account: [account], text: product }),
    [api, account, product],
  );
  return list.value?.accounts.find(({ id }) => id === account);
}
