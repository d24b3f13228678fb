import { useId } from 'react';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles, Theme } from '@material-ui/core/styles';
import { LinkButton } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { ProvisionedProductDetail } from '@paved-road/backstage-plugin-paved-road-common';
import { provisionedProductEndRouteRef } from '../../../routes';
import { useUpdateLink } from '../links';
import { isOver } from '../statusWords';
import { obstacleTo, Wish } from './obstacles';

const useStyles = makeStyles(
  (theme: Theme) => ({
    buttons: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1),
      marginBottom: theme.spacing(3),
    },
  }),
  { name: 'PavedRoadChangeButtons' },
);

const LABELS: Record<Wish, string> = { update: 'Update', terminate: 'End' };

/** The ways to the pages on which it is updated and ended, or why there are none. */
export function ChangeButtons(props: { product: ProvisionedProductDetail }) {
  const { product } = props;
  const classes = useStyles();
  const id = useId();
  const updateLink = useUpdateLink();
  const endLink = useRouteRef(provisionedProductEndRouteRef);
  if (isOver(product.status)) {
    return null;
  }
  const reasons = [
    obstacleTo('update', product),
    obstacleTo('terminate', product),
  ].filter(reason => reason !== undefined);
  const reason = [...new Set(reasons)].join(' ');
  if (product.origin === 'outside') {
    return <Typography paragraph>{reason}</Typography>;
  }
  const wishes: { wish: Wish; to: string }[] = [
    { wish: 'update', to: updateLink(product.id) },
    { wish: 'terminate', to: endLink({ id: product.id }) },
  ];
  return (
    <div className={classes.buttons}>
      {wishes.map(({ wish, to }) =>
        obstacleTo(wish, product) ? (
          <Button key={wish} variant="outlined" disabled aria-describedby={id}>
            {LABELS[wish]}
          </Button>
        ) : (
          <LinkButton key={wish} variant="outlined" color="primary" to={to}>
            {LABELS[wish]}
          </LinkButton>
        ),
      )}
      <Typography id={id} component="span" variant="body2">
        {reason}
      </Typography>
    </div>
  );
}
