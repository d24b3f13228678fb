import { makeStyles, Theme } from '@material-ui/core/styles';
import { ProvisionedProductSummary } from '@paved-road/backstage-plugin-paved-road-common';
import { Mark } from '../../../shared/Mark';
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

/** How many are how, failures first. */
export function StatusCounts(props: { products: ProvisionedProductSummary[] }) {
  const classes = useStyles();
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
          <Mark icon={statusIcons[status]} tone={statusTones[status]}>
            {number} {statusWords[status].toLocaleLowerCase('en')}
          </Mark>
        </li>
      ))}
    </ul>
  );
}
