import { Fragment, ReactNode } from 'react';
import { makeStyles, Theme } from '@material-ui/core/styles';
import { toneColor } from './tone';

const useStyles = makeStyles(
  (theme: Theme) => ({
    list: {
      margin: 0,
      '& dt': {
        color: toneColor(theme, 'quiet'),
        fontSize: theme.typography.pxToRem(13),
      },
      '& dd': {
        margin: theme.spacing(0, 0, 1.5),
        overflowWrap: 'anywhere',
      },
    },
  }),
  { name: 'PavedRoadFacts' },
);

/** Names and values; a fact without a value is left out. */
export function Facts(props: {
  facts: { name: string; value: ReactNode | undefined }[];
}) {
  const classes = useStyles();
  return (
    <dl className={classes.list}>
      {props.facts
        .filter(({ value }) => value !== undefined && value !== '')
        .map(({ name, value }) => (
          <Fragment key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </Fragment>
        ))}
    </dl>
  );
}
