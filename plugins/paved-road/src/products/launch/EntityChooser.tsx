import { useId } from 'react';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import Autocomplete from '@material-ui/lab/Autocomplete';
import { Loading } from '../../shared/Loading';
import { RequestFailure } from '../../shared/RequestFailure';
import { shortName } from '../../shared/entityRefs';
import { EntityChoice, useOwnedEntities } from './useOwnedEntities';

/** Whom it is for: one of the reader's own components, found by typing. */
export function EntityChooser(props: {
  /** Absent where none is chosen yet. */
  chosen: string | undefined;
  /** Whether what is missing is to be said. */
  tried: boolean;
  onChoose: (entityRef: string | undefined) => void;
}) {
  const { chosen, tried, onChoose } = props;
  const id = useId();
  const owned = useOwnedEntities();
  if (owned.error) {
    return (
      <RequestFailure
        error={owned.error}
        what="your components"
        level={4}
        onRetry={owned.retry}
      />
    );
  }
  if (!owned.value) {
    return <Loading label="Loading your components" rows={1} />;
  }
  const mine = owned.value.find(({ entityRef }) => entityRef === chosen);
  const value: EntityChoice | undefined =
    mine ??
    (chosen ? { entityRef: chosen, title: shortName(chosen) } : undefined);
  const options = value && !mine ? [value, ...owned.value] : owned.value;
  if (options.length === 0) {
    return (
      <Typography>
        Nothing can be launched for you yet: no component in the catalog belongs
        to you or one of your groups.
      </Typography>
    );
  }
  const isMissing = tried && !value;
  return (
    <Autocomplete
      id={id}
      size="small"
      options={options}
      // The component's own word for nothing, without which it would choose for itself.
      value={value ?? null}
      getOptionLabel={({ title }) => title}
      getOptionSelected={(one, other) => one.entityRef === other.entityRef}
      renderOption={({ title, entityRef }) => (
        <div>
          <div>{title}</div>
          <Typography variant="caption">{entityRef}</Typography>
        </div>
      )}
      onChange={(_, choice) => onChoose(choice?.entityRef)}
      renderInput={params => (
        <TextField
          {...params}
          required
          variant="outlined"
          label="Component"
          error={isMissing}
          helperText={helpFor(isMissing, value, mine !== undefined)}
        />
      )}
    />
  );
}

function helpFor(
  isMissing: boolean,
  value: EntityChoice | undefined,
  isMine: boolean,
): string {
  if (isMissing) {
    return 'Choose the component that it is for';
  }
  if (!value) {
    return 'One of those that belong to you or your groups';
  }
  return isMine
    ? value.entityRef
    : `${value.entityRef} does not belong to you in the catalog, so the launch may be refused`;
}
