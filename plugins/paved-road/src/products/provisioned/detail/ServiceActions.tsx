import { useCallback } from 'react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useApi } from '@backstage/core-plugin-api';
import { ProvisionedProductDetail } from '@paved-road/backstage-plugin-paved-road-common';
import { pavedRoadApiRef } from '../../../api';
import { Loading } from '../../../shared/Loading';
import { RequestFailure } from '../../../shared/RequestFailure';
import { Section } from '../../../shared/Section';
import { useAsk } from '../useAsk';
import { obstacleTo } from './obstacles';
import { ServiceActionItem } from './ServiceActionItem';

const useStyles = makeStyles(
  { list: { margin: 0, padding: 0, listStyle: 'none' } },
  { name: 'PavedRoadServiceActions' },
);

/** What the makers of the product let one do with it. */
export function ServiceActions(props: {
  product: ProvisionedProductDetail;
  onChanged: () => void;
}) {
  const { product, onChanged } = props;
  const classes = useStyles();
  const api = useApi(pavedRoadApiRef);
  const actions = useAsk(
    useCallback(() => api.listServiceActions(product.id), [api, product.id]),
  );
  const obstacle = obstacleTo('update', product);

  const body = () => {
    if (actions.error) {
      return (
        <RequestFailure
          error={actions.error}
          what="the actions"
          ask="the owners of the service that it is for"
          level={4}
          onRetry={actions.reload}
        />
      );
    }
    if (!actions.value) {
      return <Loading label="Loading the actions" rows={1} />;
    }
    const { items } = actions.value;
    if (items.length === 0) {
      return <Typography>Its makers offer none.</Typography>;
    }
    return (
      <>
        {obstacle && <Typography paragraph>{obstacle}</Typography>}
        <ul className={classes.list}>
          {items.map(action => (
            <ServiceActionItem
              key={action.id}
              product={product}
              action={action}
              disabled={obstacle !== undefined}
              onChanged={onChanged}
            />
          ))}
        </ul>
      </>
    );
  };

  return (
    <Section level={3} title="Actions">
      {body()}
    </Section>
  );
}
