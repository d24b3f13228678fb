import { useId } from 'react';
import Button from '@material-ui/core/Button';
import TextField from '@material-ui/core/TextField';
import { makeStyles, Theme } from '@material-ui/core/styles';
import {
  ChosenParameter,
  ProductParameter,
} from '@paved-road/backstage-plugin-paved-road-common';
import { ChoiceField } from './ChoiceField';
import { fieldHints } from './fieldHints';
import { parameterLabel, untouchedValue } from './values';

const useStyles = makeStyles(
  (theme: Theme) => ({
    description: { display: 'block', whiteSpace: 'pre-line' },
    hint: { display: 'block', overflowWrap: 'anywhere' },
    message: { display: 'block', fontWeight: 700 },
    undo: { marginTop: theme.spacing(0.5) },
  }),
  { name: 'PavedRoadParameterField' },
);

/** One parameter to fill in, with what is asked and what is wrong. */
export function ParameterField(props: {
  parameter: ProductParameter;
  /** What was typed or chosen; absent where nobody touched it. */
  text: string | undefined;
  /** Absent where nothing is wrong, or is not to be said yet. */
  problem: string | undefined;
  /** What it has now, where something is updated. */
  present: ChosenParameter | undefined;
  onChange: (text: string | undefined) => void;
  onLeave: () => void;
}) {
  const { parameter, text, problem, present } = props;
  const { noEcho, allowedValues, type } = parameter;
  const classes = useStyles();
  const id = useId();
  const untouched = untouchedValue(parameter, present);
  const isChanged =
    text !== undefined && text !== untouched && !(noEcho && text === '');

  const common = {
    id,
    label: parameterLabel(parameter),
    required: !parameter.hasDefault && !present,
    error: problem !== undefined,
    onBlur: props.onLeave,
    helperText: (
      <>
        {problem && <span className={classes.message}>{problem} </span>}
        {parameter.description && (
          <span className={classes.description}>{parameter.description} </span>
        )}
        <span className={classes.hint}>
          {fieldHints(parameter, present, isChanged).join(' · ')}
        </span>
      </>
    ),
  };
  return (
    <div>
      {allowedValues.length > 0 && !noEcho ? (
        <ChoiceField
          {...common}
          values={allowedValues}
          chosen={text ?? untouched}
          onChoose={props.onChange}
        />
      ) : (
        <TextField
          {...common}
          fullWidth
          variant="outlined"
          size="small"
          InputLabelProps={{ shrink: true }}
          value={text ?? (noEcho ? '' : untouched ?? '')}
          onChange={event => props.onChange(event.target.value)}
          type={fieldType(noEcho, type)}
          autoComplete={noEcho ? 'new-password' : 'off'}
          inputProps={{ spellCheck: false, ...numberLimits(parameter) }}
        />
      )}
      {present && isChanged && (
        <Button
          size="small"
          variant="outlined"
          className={classes.undo}
          aria-label={`Leave ${parameterLabel(parameter)} as it is`}
          onClick={() => props.onChange(undefined)}
        >
          Leave as it is
        </Button>
      )}
    </div>
  );
}

function fieldType(noEcho: boolean, type: string): string {
  if (noEcho) {
    return 'password';
  }
  return type === 'Number' ? 'number' : 'text';
}

function numberLimits({ type, noEcho, minValue, maxValue }: ProductParameter) {
  return type === 'Number' && !noEcho
    ? { step: 'any', min: minValue, max: maxValue }
    : {};
}
