import Paper from '@material-ui/core/Paper';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableContainer from '@material-ui/core/TableContainer';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import { makeStyles, Theme } from '@material-ui/core/styles';
import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { ProvisionedProductSummary } from '@paved-road/backstage-plugin-paved-road-common';
import { provisionedProductRouteRef } from '../../../routes';
import { OwnerLink } from '../../../shared/OwnerLink';
import { RelativeTime } from '../../../shared/RelativeTime';
import { toneColor } from '../../../shared/tone';
import { accountName } from '../../accountName';
import { isFailure } from '../statusWords';
import { OutsideMark, StatusMark } from '../StatusMark';

const useStyles = makeStyles(
  (theme: Theme) => ({
    cell: { verticalAlign: 'top', overflowWrap: 'anywhere' },
    quiet: {
      maxWidth: '45ch',
      color: toneColor(theme, 'quiet'),
      fontSize: theme.typography.pxToRem(13),
    },
  }),
  { name: 'PavedRoadProvisionedProductsTable' },
);

/** One page of what was launched. */
export function ProvisionedProductsTable(props: {
  products: ProvisionedProductSummary[];
}) {
  return (
    <TableContainer component={Paper} variant="outlined">
      <Table size="small" aria-label="Provisioned products">
        <TableHead>
          <TableRow>
            <TableCell scope="col">Name</TableCell>
            <TableCell scope="col">Status</TableCell>
            <TableCell scope="col">Product</TableCell>
            <TableCell scope="col">For</TableCell>
            <TableCell scope="col">Account</TableCell>
            <TableCell scope="col">Since</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {props.products.map(product => (
            <ProductRow key={product.id} product={product} />
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}

function ProductRow({ product }: { product: ProvisionedProductSummary }) {
  const { id, status, statusMessage, entityRef } = product;
  const classes = useStyles();
  const provisionedLink = useRouteRef(provisionedProductRouteRef);
  return (
    <TableRow hover>
      <TableCell className={classes.cell}>
        <Link to={provisionedLink({ id })}>{product.name}</Link>
        <div>
          <OutsideMark origin={product.origin} />
        </div>
      </TableCell>
      <TableCell className={classes.cell}>
        <StatusMark status={status} />
        {isFailure(status) && statusMessage && (
          <div className={classes.quiet}>{statusMessage}</div>
        )}
      </TableCell>
      <TableCell className={classes.cell}>
        {product.product.name}
        <div className={classes.quiet}>
          {product.version?.name ?? product.version?.id}
        </div>
      </TableCell>
      <TableCell className={classes.cell}>
        {entityRef ? <OwnerLink entityRef={entityRef} /> : 'Nobody named'}
      </TableCell>
      <TableCell className={classes.cell}>
        {accountName({
          title: product.accountTitle,
          environment: product.environment,
        })}
      </TableCell>
      <TableCell className={classes.cell}>
        <RelativeTime value={product.createdAt} />
      </TableCell>
    </TableRow>
  );
}
