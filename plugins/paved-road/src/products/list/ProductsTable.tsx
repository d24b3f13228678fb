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
import {
  ProductAccount,
  ProductSummary,
} from '@paved-road/backstage-plugin-paved-road-common';
import { productRouteRef } from '../../routes';
import { OwnerLink } from '../../shared/OwnerLink';
import { toneColor } from '../../shared/tone';
import { pathWithParams, useUrlParams } from '../../shared/useUrlParams';
import { Support } from '../Support';

const useStyles = makeStyles(
  (theme: Theme) => ({
    cell: { verticalAlign: 'top' },
    description: {
      maxWidth: '60ch',
      marginTop: theme.spacing(0.25),
      overflowWrap: 'anywhere',
    },
    quiet: {
      color: toneColor(theme, 'quiet'),
      fontSize: theme.typography.pxToRem(13),
    },
  }),
  { name: 'PavedRoadProductsTable' },
);

/** What can be launched, by name. */
export function ProductsTable(props: {
  products: ProductSummary[];
  accounts: ProductAccount[];
}) {
  const classes = useStyles();
  const productLink = useRouteRef(productRouteRef);
  // Who comes from a service launches for it.
  const entity = useUrlParams().params.get('entity') ?? undefined;
  const accounts = new Map(props.accounts.map(one => [one.id, one]));
  return (
    <TableContainer component={Paper} variant="outlined">
      <Table size="small" aria-label="Products">
        <TableHead>
          <TableRow>
            <TableCell scope="col">Product</TableCell>
            <TableCell scope="col">Owner</TableCell>
            <TableCell scope="col">Account</TableCell>
            <TableCell scope="col">Support</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {props.products.map(product => {
            const { account: accountId, id, description, owner } = product;
            const account = accounts.get(accountId);
            return (
              <TableRow key={`${accountId} ${id}`} hover>
                <TableCell className={classes.cell}>
                  <Link
                    to={pathWithParams(
                      productLink({ account: accountId, product: id }),
                      { entity },
                    )}
                  >
                    {product.name}
                  </Link>
                  <div className={classes.description}>
                    {description ?? (
                      <span className={classes.quiet}>No description</span>
                    )}
                  </div>
                </TableCell>
                <TableCell className={classes.cell}>
                  {owner ? <OwnerLink entityRef={owner} /> : 'Nobody recorded'}
                </TableCell>
                <TableCell className={classes.cell}>
                  {account?.title ?? accountId}
                  {account && (
                    <div className={classes.quiet}>
                      {account.environment}, {account.region}
                    </div>
                  )}
                </TableCell>
                <TableCell className={classes.cell}>
                  <Support support={product.support} />
                </TableCell>
              </TableRow>
            );
          })}
        </TableBody>
      </Table>
    </TableContainer>
  );
}
