import { makeStyles, Theme } from '@material-ui/core/styles';
import { Link } from '@backstage/core-components';
import { ProvisionedProductSummary } from '@paved-road/backstage-plugin-paved-road-common';
import { Mark } from '../../../shared/Mark';
import { useProvisionedOfLink } from '../links';
import { statusIcons } from '../StatusMark';
import { statusesByUrgency, statusTones, statusWords } from '../statusWords';

const useStyles = makeStyles(
  (theme: Theme) => ({
    counts: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0.5, 2),
      margin: theme.spacing(0, 0, 1),
      padding: 0,
      listStyle: 'none',
    },
  }),
  { name: 'PavedRoadStatusCounts' },
);

/** How many are how, failures first, each number leading to those. */
export function StatusCounts(props: {
  entityRef: string;
  products: ProvisionedProductSummary[];
}) {
  const classes = useStyles();
  const provisionedOfLink = useProvisionedOfLink();
  const counts = statusesByUrgency
    .map(status => ({
      status,
      number: props.products.filter(one => one.status === status).length,
    }))
    .filter(({ number }) => number > 0);
  return (
    <ul className={classes.counts} aria-label="Resources by status">
      {counts.map(({ status, number }) => (
        <li key={status}>
          <Link to={provisionedOfLink(props.entityRef, { status })}>
            <Mark icon={statusIcons[status]} tone={statusTones[status]}>
              {number} {statusWords[status].toLocaleLowerCase('en')}
            </Mark>
          </Link>
        </li>
      ))}
    </ul>
  );
}
