import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { makeStyles, Theme } from '@material-ui/core/styles';
import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { ProvisionedProductSummary } from '@paved-road/backstage-plugin-paved-road-common';
import { provisionedProductRouteRef } from '../../../routes';
import { Disclosure } from '../../../shared/Disclosure';
import { toneColor } from '../../../shared/tone';
import { count } from '../../../shared/words';
import { accountName } from '../../accountName';
import { ChangeMark } from '../ChangeMark';
import { OutputList } from '../OutputList';
import { isFailure } from '../statusWords';
import { OutsideMark, StatusMark } from '../StatusMark';
import { NewerVersionMark } from './NewerVersionMark';

const useStyles = makeStyles(
  (theme: Theme) => ({
    resource: { padding: theme.spacing(2), overflowWrap: 'anywhere' },
    head: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'baseline',
      gap: theme.spacing(0.5, 2),
    },
    meta: { color: toneColor(theme, 'quiet') },
  }),
  { name: 'PavedRoadEntityResource' },
);

/** One provisioned product on the page of the entity that it is for. */
export function EntityResource(props: {
  product: ProvisionedProductSummary;
  /** Absent where there is none, or none that is known. */
  newer: { id: string; name: string } | undefined;
}) {
  const { product } = props;
  const { id, openChange, origin, outputs, status, statusMessage } = product;
  const classes = useStyles();
  const provisionedLink = useRouteRef(provisionedProductRouteRef);
  const version = product.version?.name ?? product.version?.id;
  return (
    <Paper component="li" variant="outlined" className={classes.resource}>
      <div className={classes.head}>
        <Typography component="h3" variant="subtitle1">
          <Link to={provisionedLink({ id })}>{product.name}</Link>
        </Typography>
        <StatusMark status={status} />
        {openChange && <ChangeMark change={openChange} />}
        <NewerVersionMark product={product} newer={props.newer} />
        <OutsideMark origin={origin} />
      </div>
      {isFailure(status) && (
        <Typography paragraph>
          {statusMessage ?? 'AWS gives no reason; its page may know more.'}
        </Typography>
      )}
      <Typography className={classes.meta}>
        {[product.product.name, version].filter(Boolean).join(' ')} in{' '}
        {accountName({
          title: product.accountTitle,
          environment: product.environment,
        })}
      </Typography>
      {outputs.length > 0 && (
        <Disclosure label={count(outputs.length, 'output')}>
          {() => <OutputList outputs={outputs} />}
        </Disclosure>
      )}
    </Paper>
  );
}
