import { useUrlParams, withChanges } from '../../shared/useUrlParams';

/** Makes links to what is known of other environments, in the same place. */
export function useEnvironmentLink() {
  const { params } = useUrlParams();
  return (environment: string) => `?${withChanges(params, { environment })}`;
}
