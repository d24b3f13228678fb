import { useEffect, useId, useState } from 'react';
import InputAdornment from '@material-ui/core/InputAdornment';
import TextField from '@material-ui/core/TextField';
import SearchIcon from '@material-ui/icons/Search';
import useDebounce from 'react-use/esm/useDebounce';

const TYPING_MS = 300;

/** A filter by words that waits until the reader has stopped typing. */
export function TextFilter(props: {
  label: string;
  value: string;
  maxLength: number;
  onChange: (value: string) => void;
}) {
  const { value, onChange } = props;
  const id = useId();
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  useDebounce(
    () => {
      if (text !== value) {
        onChange(text);
      }
    },
    TYPING_MS,
    [text],
  );
  return (
    <TextField
      id={id}
      fullWidth
      type="search"
      size="small"
      variant="outlined"
      label={props.label}
      value={text}
      onChange={event => setText(event.target.value)}
      inputProps={{ maxLength: props.maxLength }}
      InputProps={{
        startAdornment: (
          <InputAdornment position="start">
            <SearchIcon fontSize="small" aria-hidden />
          </InputAdornment>
        ),
      }}
    />
  );
}
