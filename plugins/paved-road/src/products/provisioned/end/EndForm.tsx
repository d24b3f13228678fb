import { FormEvent, useCallback, useId, useState } from 'react';
import Button from '@material-ui/core/Button';
import Checkbox from '@material-ui/core/Checkbox';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import TextField from '@material-ui/core/TextField';
import { makeStyles, Theme } from '@material-ui/core/styles';
import { useApi } from '@backstage/core-plugin-api';
import { ProvisionedProductDetail } from '@paved-road/backstage-plugin-paved-road-common';
import { pavedRoadApiRef } from '../../../api';
import { ChangeFailure } from '../ChangeFailure';
import { useOneChange } from '../useOneChange';
import { WhatIsLost } from './WhatIsLost';

const useStyles = makeStyles(
  (theme: Theme) => ({
    form: {
      display: 'grid',
      gap: theme.spacing(2),
      justifyItems: 'start',
      maxWidth: 640,
    },
  }),
  { name: 'PavedRoadEndForm' },
);

/** Ends a provisioned product once its name is typed. */
export function EndForm(props: {
  product: ProvisionedProductDetail;
  onTaken: () => void;
}) {
  const { product, onTaken } = props;
  const { id, name } = product;
  const classes = useStyles();
  const fieldId = useId();
  const api = useApi(pavedRoadApiRef);
  const [retainResources, setRetainResources] = useState(false);
  const [confirmedName, setConfirmedName] = useState('');
  const change = useOneChange(
    String(retainResources),
    useCallback(
      changeId =>
        api.terminateProvisionedProduct(id, {
          changeId,
          confirmedName,
          retainResources,
        }),
      [api, id, confirmedName, retainResources],
    ),
  );
  const isConfirmed = confirmedName === name;

  const end = async (event: FormEvent) => {
    event.preventDefault();
    if (isConfirmed && (await change.run())) {
      onTaken();
    }
  };

  return (
    <form className={classes.form} onSubmit={end}>
      <WhatIsLost product={product} retainResources={retainResources} />
      <FormControlLabel
        label="Leave the resources in the account and only forget them"
        control={
          <Checkbox
            color="primary"
            checked={retainResources}
            disabled={change.sending}
            onChange={(_, checked) => setRetainResources(checked)}
          />
        }
      />
      <TextField
        id={fieldId}
        fullWidth
        variant="outlined"
        size="small"
        autoComplete="off"
        label="Its name, to confirm"
        helperText={`Type ${name}`}
        value={confirmedName}
        onChange={event => setConfirmedName(event.target.value)}
      />
      <Button
        type="submit"
        variant="contained"
        color="secondary"
        disabled={!isConfirmed || change.sending}
        aria-describedby={`${fieldId}-helper-text`}
      >
        End
      </Button>
      <ChangeFailure label="End" error={change.error} />
    </form>
  );
}
