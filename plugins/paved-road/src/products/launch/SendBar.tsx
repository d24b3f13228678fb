import { ReactNode, useId } from 'react';
import Button from '@material-ui/core/Button';
import CircularProgress from '@material-ui/core/CircularProgress';
import Paper from '@material-ui/core/Paper';
import { makeStyles, Theme } from '@material-ui/core/styles';
import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { productsRouteRef } from '../../routes';
import { failureKind } from '../../shared/failure';
import { ChangeFailure } from '../provisioned/ChangeFailure';

const useStyles = makeStyles(
  (theme: Theme) => ({
    bar: {
      position: 'sticky',
      bottom: 0,
      zIndex: 1,
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1, 2),
      padding: theme.spacing(1.5, 2),
      // There the app's own bar is at the bottom.
      [theme.breakpoints.down('xs')]: { position: 'static' },
    },
    words: { flex: '1 1 240px', minWidth: 0, overflowWrap: 'anywhere' },
    place: { fontWeight: 700 },
  }),
  { name: 'PavedRoadSendBar' },
);

/** The button that sends a change, with what is in its way beside it. */
export function SendBar(props: {
  /** Such as `Launch`. */
  label: string;
  place: ReactNode;
  /** Absent where nothing is in the way. */
  reason: string | undefined;
  sending: boolean;
  error: Error | undefined;
  onSend: () => void;
}) {
  const { label, reason, sending, error } = props;
  const classes = useStyles();
  const id = useId();
  const productsLink = useRouteRef(productsRouteRef);
  return (
    <Paper variant="outlined" className={classes.bar}>
      <Button
        variant="contained"
        color="primary"
        disabled={reason !== undefined || sending}
        aria-describedby={id}
        startIcon={
          sending && <CircularProgress size={16} color="inherit" aria-hidden />
        }
        onClick={props.onSend}
      >
        {label}
      </Button>
      <div id={id} className={classes.words}>
        <div className={classes.place}>{props.place}</div>
        <div role="status">{sending ? 'On its way' : reason}</div>
        {!sending && <ChangeFailure label={label} error={error} />}
        {!sending && error && failureKind(error) === 'missing' && (
          <Link to={productsLink()}>See the products that are there</Link>
        )}
      </div>
    </Paper>
  );
}
