import { ReactNode } from 'react';
import TextField from '@material-ui/core/TextField';

/** One of some values. By their places, since one of them may be empty. */
export function ChoiceField(props: {
  id: string;
  label: string;
  values: readonly string[];
  /** What the values are called, where not by themselves. */
  labels?: readonly string[];
  /** Absent where none is chosen yet. */
  chosen: string | undefined;
  required?: boolean;
  error?: boolean;
  helperText?: ReactNode;
  onBlur?: () => void;
  onChoose: (value: string) => void;
}) {
  const { values, labels, chosen, onChoose, ...field } = props;
  const place = chosen === undefined ? -1 : values.indexOf(chosen);
  return (
    <TextField
      {...field}
      select
      fullWidth
      variant="outlined"
      size="small"
      InputLabelProps={{ shrink: true }}
      SelectProps={{ native: true }}
      value={place < 0 ? '' : String(place)}
      onChange={event => onChoose(values[Number(event.target.value)])}
    >
      {place < 0 && (
        <option value="" disabled>
          {/* What a product's version no longer allows is not among the values. */}
          {chosen ? `${chosen} (not allowed)` : 'Choose one'}
        </option>
      )}
      {values.map((value, index) => (
        <option key={value} value={String(index)}>
          {labels?.[index] ?? (value === '' ? 'Nothing' : value)}
        </option>
      ))}
    </TextField>
  );
}
