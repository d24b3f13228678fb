import { useId } from 'react';
import TextField from '@material-ui/core/TextField';
import Autocomplete from '@material-ui/lab/Autocomplete';

/** A filter that takes several of many values. */
export function ChoiceFilter(props: {
  label: string;
  options: readonly string[];
  value: readonly string[];
  onChange: (value: string[]) => void;
  optionLabel?: (option: string) => string;
  helperText?: string;
}) {
  const { options, value } = props;
  const id = useId();
  return (
    <Autocomplete
      id={id}
      multiple
      size="small"
      disableCloseOnSelect
      filterSelectedOptions
      options={[...new Set([...options, ...value])]}
      value={[...value]}
      getOptionLabel={props.optionLabel}
      onChange={(_, chosen) => props.onChange(chosen)}
      renderInput={params => (
        <TextField
          {...params}
          variant="outlined"
          label={props.label}
          helperText={props.helperText}
        />
      )}
    />
  );
}
