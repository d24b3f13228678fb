import { makeStyles, Theme } from '@material-ui/core/styles';
import ArrowBackIcon from '@material-ui/icons/ArrowBack';
import { Link } from '@backstage/core-components';

const useStyles = makeStyles(
  (theme: Theme) => ({
    back: {
      display: 'inline-flex',
      alignItems: 'center',
      gap: theme.spacing(0.5),
      marginBottom: theme.spacing(1),
    },
  }),
  { name: 'PavedRoadBackLink' },
);

/** From one of many to all of them. */
export function BackLink(props: { to: string; children: string }) {
  const classes = useStyles();
  return (
    <Link to={props.to} className={classes.back}>
      <ArrowBackIcon fontSize="small" aria-hidden />
      {props.children}
    </Link>
  );
}
