import { ReactNode } from 'react';
import { makeStyles, Theme } from '@material-ui/core/styles';

const useStyles = makeStyles(
  (theme: Theme) => ({
    body: {
      ...theme.typography.body2,
      lineHeight: 1.5,
      color: theme.palette.text.primary,
      // Backstage's theme breaks the words of a table anywhere.
      '& th, & td': {
        lineHeight: 1.4,
        wordBreak: 'normal',
        overflowWrap: 'break-word',
      },
      '& a:focus-visible': {
        outline: `2px solid ${theme.palette.primary.main}`,
        outlineOffset: 2,
      },
    },
  }),
  { name: 'PavedRoadPageBody' },
);

/** What all pages, tabs and cards stand in, so that they have one type. */
export function PageBody(props: { children: ReactNode }) {
  const classes = useStyles();
  return <div className={classes.body}>{props.children}</div>;
}
