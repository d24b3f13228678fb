import { ReactNode, useId } from 'react';
import Typography from '@material-ui/core/Typography';
import { makeStyles, Theme } from '@material-ui/core/styles';
import { CopyButton } from './CopyButton';
import { toneColor } from './tone';

const useStyles = makeStyles(
  (theme: Theme) => ({
    id: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0, 2),
      marginBottom: theme.spacing(3),
      color: toneColor(theme, 'quiet'),
      '& code': { overflowWrap: 'anywhere' },
    },
    copy: { display: 'inline-flex', alignItems: 'center' },
    columns: {
      display: 'grid',
      columnGap: theme.spacing(5),
      gridTemplateColumns: 'minmax(0, 1fr)',
      alignItems: 'start',
      [theme.breakpoints.up('md')]: {
        gridTemplateColumns: 'minmax(0, 1fr) 300px',
      },
    },
  }),
  { name: 'PavedRoadDetailArticle' },
);

/** All about one thing: its name and id, what matters, and the facts beside it. */
export function DetailArticle(props: {
  title: string;
  id: string;
  /** What it is, such as `rule`. */
  kind: string;
  /** Stands beside the id. */
  marks: ReactNode;
  /** Stands above all else. */
  notice?: ReactNode;
  aside: ReactNode;
  children: ReactNode;
}) {
  const { title, id, kind } = props;
  const classes = useStyles();
  const titleId = useId();
  return (
    <article aria-labelledby={titleId}>
      <Typography id={titleId} component="h2" variant="h5">
        {title}
      </Typography>
      <div className={classes.id}>
        <span className={classes.copy}>
          <code>{id}</code>
          <CopyButton text={id} label={`Copy the ${kind}'s id`} />
        </span>
        {props.marks}
      </div>
      {props.notice}
      <div className={classes.columns}>
        <div>{props.children}</div>
        <aside aria-label={`About the ${kind}`}>{props.aside}</aside>
      </div>
    </article>
  );
}
