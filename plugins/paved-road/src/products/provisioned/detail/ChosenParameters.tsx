import Typography from '@material-ui/core/Typography';
import LockOutlinedIcon from '@material-ui/icons/LockOutlined';
import { ChosenParameter } from '@paved-road/backstage-plugin-paved-road-common';
import { Facts } from '../../../shared/Facts';
import { Mark } from '../../../shared/Mark';
import { Section } from '../../../shared/Section';

/** The values that it has now. */
export function ChosenParameters(props: { parameters: ChosenParameter[] }) {
  const { parameters } = props;
  return (
    <Section level={3} title="Parameters">
      {parameters.length > 0 ? (
        <Facts
          facts={parameters.map(parameter => ({
            name: parameter.key,
            value: <ParameterValue parameter={parameter} />,
          }))}
        />
      ) : (
        <Typography>No chosen value is recorded.</Typography>
      )}
    </Section>
  );
}

function ParameterValue(props: { parameter: ChosenParameter }) {
  const { kept, value } = props.parameter;
  if (kept === 'secret') {
    return (
      <Mark icon={LockOutlinedIcon} tone="info">
        Hidden
      </Mark>
    );
  }
  if (value === undefined) {
    return <>{kept === 'previous' ? 'As it was before' : 'Not recorded'}</>;
  }
  return value === '' ? <>Empty</> : <code>{value}</code>;
}
