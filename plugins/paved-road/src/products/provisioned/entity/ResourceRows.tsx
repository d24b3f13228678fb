import { makeStyles, Theme } from '@material-ui/core/styles';
import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { ProvisionedProductSummary } from '@paved-road/backstage-plugin-paved-road-common';
import { provisionedProductRouteRef } from '../../../routes';
import { StatusMark } from '../StatusMark';
import { NewerVersionMark } from './NewerVersionMark';
import { useNewerVersions } from './useNewerVersions';

const SHOWN = 5;

const useStyles = makeStyles(
  (theme: Theme) => ({
    list: { margin: 0, padding: 0, listStyle: 'none' },
    row: {
      display: 'flex',
      flexWrap: 'wrap',
      justifyContent: 'space-between',
      gap: theme.spacing(0, 2),
      padding: theme.spacing(0.25, 0),
      overflowWrap: 'anywhere',
    },
    marks: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(0, 2) },
  }),
  { name: 'PavedRoadResourceRows' },
);

/** The few that need somebody most, by name. */
export function ResourceRows(props: { products: ProvisionedProductSummary[] }) {
  const classes = useStyles();
  const provisionedLink = useRouteRef(provisionedProductRouteRef);
  const shown = props.products.slice(0, SHOWN);
  const newer = useNewerVersions(shown);
  return (
    <ul className={classes.list} aria-label="Resources">
      {shown.map(product => (
        <li key={product.id} className={classes.row}>
          <Link to={provisionedLink({ id: product.id })}>{product.name}</Link>
          <span className={classes.marks}>
            <NewerVersionMark product={product} newer={newer.get(product.id)} />
            <StatusMark status={product.status} />
          </span>
        </li>
      ))}
    </ul>
  );
}
