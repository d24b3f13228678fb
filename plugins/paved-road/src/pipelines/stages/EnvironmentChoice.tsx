import { NumberPills } from '../../shared/NumberPills';
import { useUrlParams, withChanges } from '../../shared/useUrlParams';

/** The environments that there are results for, each a link to what is known of it. */
export function EnvironmentChoice(props: {
  environments: string[];
  chosen: string;
}) {
  const { params } = useUrlParams();
  return (
    <NumberPills
      label="Environment"
      pills={props.environments.map(environment => ({
        name: environment,
        to: `?${withChanges(params, { environment })}`,
        current: environment === props.chosen,
      }))}
    />
  );
}
