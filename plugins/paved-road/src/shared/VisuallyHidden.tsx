import { ElementType, HTMLAttributes } from 'react';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(
  {
    hidden: {
      position: 'absolute',
      width: 1,
      height: 1,
      overflow: 'hidden',
      clip: 'rect(0 0 0 0)',
      whiteSpace: 'nowrap',
    },
  },
  { name: 'PavedRoadVisuallyHidden' },
);

/** Words for those who hear the page. */
export function VisuallyHidden(
  props: HTMLAttributes<HTMLElement> & { component?: ElementType },
) {
  const { component: Component = 'span', ...rest } = props;
  const classes = useStyles();
  return <Component {...rest} className={classes.hidden} />;
}
