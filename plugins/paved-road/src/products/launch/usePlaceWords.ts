import useAsync from 'react-use/esm/useAsync';
import { useApi } from '@backstage/core-plugin-api';
import { ProductAccount } from '@paved-road/backstage-plugin-paved-road-common';
import { pavedRoadApiRef } from '../../api';
import { accountName } from '../accountName';

type Place = Pick<ProductAccount, 'title' | 'environment'>;

/**
 * Where something is done and what the rules do there, such as `Launches in
 * Payments, production · rules block here`.
 */
export function usePlaceWords(
  verb: string,
  place: Place | undefined,
  /** What the place is called where it is not known. */
  fallback: string,
): string {
  const api = useApi(pavedRoadApiRef);
  const environment = place?.environment;
  // Who may not see the rules is not told what they do.
  const rules = useAsync(
    async () => (environment ? (await api.listRules()).items : undefined),
    [api, environment],
  );
  const where = `${verb} in ${place ? accountName(place) : fallback}`;
  const here = rules.value?.flatMap(({ enforcement }) =>
    environment && Object.hasOwn(enforcement, environment)
      ? [enforcement[environment]]
      : [],
  );
  if (!here?.length) {
    return where;
  }
  return here.includes('block')
    ? `${where} · rules block here`
    : `${where} · rules only advise here`;
}
