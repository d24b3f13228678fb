import { NumberPills } from '../../shared/NumberPills';
import { useEnvironmentLink } from './useEnvironmentLink';

/** The environments that there are results for, each a link to what is known of it. */
export function EnvironmentChoice(props: {
  environments: string[];
  chosen: string;
}) {
  const linkTo = useEnvironmentLink();
  return (
    <NumberPills
      label="Environment"
      pills={props.environments.map(environment => ({
        name: environment,
        to: linkTo(environment),
        current: environment === props.chosen,
      }))}
    />
  );
}
