import { useCallback } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import { pavedRoadApiRef } from '../../../api';
import { byUrgency } from '../statusWords';
import { useAsk } from '../useAsk';
import { useFresh } from '../useFresh';

/** As many as the API answers at once. */
const MOST = 100;

/** What is provisioned for an entity, what needs somebody first. */
export function useEntityResources(entityRef: string) {
  const api = useApi(pavedRoadApiRef);
  const answer = useAsk(
    useCallback(async () => {
      const { items, totalItems } = await api.listProvisionedProducts({
        entityRef: [entityRef],
        limit: MOST,
      });
      return { items: byUrgency(items), totalItems };
    }, [api, entityRef]),
  );
  useFresh({
    isShown: signal => signal.entityRef === entityRef,
    hasOpenChange:
      answer.value?.items.some(({ openChange }) => openChange) ?? false,
    loading: answer.loading,
    reload: answer.reload,
  });
  return answer;
}
