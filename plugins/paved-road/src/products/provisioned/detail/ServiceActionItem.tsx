import { useCallback, useId, useState } from 'react';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles, Theme } from '@material-ui/core/styles';
import { useApi } from '@backstage/core-plugin-api';
import {
  listServiceActions,
  OperationResponse,
  ProvisionedProductDetail,
} from '@paved-road/backstage-plugin-paved-road-common';
import { pavedRoadApiRef } from '../../../api';
import { ChangeFailure } from '../ChangeFailure';
import { useOneChange } from '../useOneChange';

type ServiceAction = OperationResponse<
  typeof listServiceActions
>['items'][number];

const useStyles = makeStyles(
  (theme: Theme) => ({
    item: { marginBottom: theme.spacing(2) },
    head: {
      display: 'flex',
      flexWrap: 'wrap',
      justifyContent: 'space-between',
      alignItems: 'flex-start',
      gap: theme.spacing(1, 2),
    },
    words: { flex: '1 1 300px', minWidth: 0, overflowWrap: 'anywhere' },
    name: { fontWeight: 700 },
    confirm: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1),
      marginTop: theme.spacing(1),
    },
  }),
  { name: 'PavedRoadServiceActionItem' },
);

/** One service action, which runs only once it is said a second time. */
export function ServiceActionItem(props: {
  product: ProvisionedProductDetail;
  action: ServiceAction;
  disabled: boolean;
  onChanged: () => void;
}) {
  const { product, action, disabled, onChanged } = props;
  const { id, name, description } = action;
  const classes = useStyles();
  const confirmId = useId();
  const [asking, setAsking] = useState(false);
  const api = useApi(pavedRoadApiRef);
  const change = useOneChange(
    id,
    useCallback(
      changeId =>
        api.runServiceAction({ id: product.id, action: id }, { changeId }),
      [api, product.id, id],
    ),
  );
  const run = async () => {
    if (await change.run()) {
      setAsking(false);
      onChanged();
    }
  };
  const isAsking = asking && !disabled;

  return (
    <li className={classes.item}>
      <div className={classes.head}>
        <div className={classes.words}>
          <Typography className={classes.name}>{name}</Typography>
          <Typography>
            {description ?? 'Its makers have not described it.'}
          </Typography>
        </div>
        <Button
          variant="outlined"
          disabled={disabled}
          aria-label={`Run ${name}`}
          aria-expanded={isAsking}
          aria-controls={confirmId}
          onClick={() => setAsking(!asking)}
        >
          Run
        </Button>
      </div>
      <div id={confirmId}>
        {isAsking && (
          <div
            role="group"
            aria-label={`Confirm ${name}`}
            className={classes.confirm}
          >
            <Typography component="span">
              Run {name} on {product.name} in {product.accountTitle}?
            </Typography>
            <Button
              variant="contained"
              color="primary"
              disabled={change.sending}
              onClick={run}
            >
              Yes, run it
            </Button>
            <Button disabled={change.sending} onClick={() => setAsking(false)}>
              Cancel
            </Button>
          </div>
        )}
        <ChangeFailure
          label="Yes, run it"
          error={isAsking ? change.error : undefined}
        />
      </div>
    </li>
  );
}
