import useAsync from 'react-use/esm/useAsync';
import { useApi } from '@backstage/core-plugin-api';
import { ProductAccount } from '@paved-road/backstage-plugin-paved-road-common';
import { pavedRoadApiRef } from '../../api';

/** The id of no account. */
const NONE = '-';

/**
 * All accounts. Only the list of products names them; asking for the products
 * of none keeps the answer small.
 */
export function useAccounts(): ProductAccount[] {
  const api = useApi(pavedRoadApiRef);
  const list = useAsync(() => api.listProducts({ account: [NONE] }), [api]);
  return list.value?.accounts ?? [];
}
