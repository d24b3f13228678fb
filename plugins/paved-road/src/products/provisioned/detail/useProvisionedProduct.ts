import { useCallback } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import { pavedRoadApiRef } from '../../../api';
import { isMoving } from '../statusWords';
import { useAsk } from '../useAsk';
import { useFresh } from '../useFresh';

/** A provisioned product as it is now; a change of it is followed to its end. */
export function useProvisionedProduct(id: string) {
  const api = useApi(pavedRoadApiRef);
  const answer = useAsk(
    useCallback(() => api.getProvisionedProduct(id), [api, id]),
  );
  const product = answer.value;
  useFresh({
    isShown: ({ provisionedProductId }) => provisionedProductId === id,
    hasOpenChange:
      product !== undefined &&
      (product.openChange !== undefined || isMoving(product.status)),
    loading: answer.loading,
    reload: answer.reload,
  });
  return answer;
}
