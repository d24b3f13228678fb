import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { Road } from './Road';

const useStyles = makeStyles(theme => ({
  root: {
    position: 'relative',
    overflow: 'hidden',
    display: 'flex',
    flexDirection: 'column',
    justifyContent: 'space-between',
    gap: theme.spacing(4),
    padding: theme.spacing(6),
    background: '#12333a',
    color: '#e8eef0',
    [theme.breakpoints.down('sm')]: { padding: theme.spacing(3) },
  },
  words: { position: 'relative', maxWidth: 360 },
  road: {
    position: 'absolute',
    insetInlineStart: 0,
    bottom: 0,
    width: '100%',
    height: '55%',
    [theme.breakpoints.down('sm')]: { display: 'none' },
  },
}));

/** Where one is, before who one is. */
export function BrandPanel(props: { title: string; organization?: string }) {
  const { title, organization } = props;
  const classes = useStyles();
  return (
    <header className={classes.root}>
      <Road className={classes.road} />
      <div className={classes.words}>
        <Typography variant="h2" component="p">
          {title}
        </Typography>
        {organization && (
          <Typography variant="h6" component="p">
            {organization}
          </Typography>
        )}
        <Typography>The safe way to production is the easy way.</Typography>
      </div>
    </header>
  );
}
