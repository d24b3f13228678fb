import { useId, useState } from 'react';
import TextField from '@material-ui/core/TextField';
import { nameProblem } from './names';

/** What the launched product is to be called. */
export function NameField(props: {
  name: string;
  /** Whether what is wrong is to be said before the field was left. */
  tried: boolean;
  onChange: (name: string) => void;
}) {
  const { name, tried } = props;
  const id = useId();
  const [left, setLeft] = useState(false);
  const problem = tried || left ? nameProblem(name) : undefined;
  return (
    <TextField
      id={id}
      label="Name in the account"
      required
      fullWidth
      variant="outlined"
      size="small"
      InputLabelProps={{ shrink: true }}
      autoComplete="off"
      inputProps={{ spellCheck: false }}
      value={name}
      error={problem !== undefined}
      helperText={
        problem ?? 'It has to be the only one of this name in the account'
      }
      onBlur={() => setLeft(true)}
      onChange={event => props.onChange(event.target.value)}
    />
  );
}
