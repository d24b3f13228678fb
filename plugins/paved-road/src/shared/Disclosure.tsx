import { ReactNode, useId, useState } from 'react';
import ButtonBase from '@material-ui/core/ButtonBase';
import { makeStyles, Theme } from '@material-ui/core/styles';
import ExpandMoreIcon from '@material-ui/icons/ExpandMore';

const useStyles = makeStyles(
  (theme: Theme) => ({
    button: {
      display: 'inline-flex',
      alignItems: 'center',
      gap: theme.spacing(0.5),
      padding: theme.spacing(0.25, 0.5),
      marginLeft: theme.spacing(-0.5),
      borderRadius: theme.shape.borderRadius,
      font: 'inherit',
      textAlign: 'left',
      '&:hover': { textDecoration: 'underline' },
      '&:focus-visible': {
        outline: `2px solid ${theme.palette.primary.main}`,
      },
    },
    icon: {
      transition: theme.transitions.create('transform', {
        duration: theme.transitions.duration.shortest,
      }),
      '@media (prefers-reduced-motion: reduce)': { transition: 'none' },
    },
    open: { transform: 'rotate(180deg)' },
  }),
  { name: 'PavedRoadDisclosure' },
);

/**
 * A button that shows what lies behind it. The content is made only when it
 * is first opened.
 */
export function Disclosure(props: {
  label: ReactNode;
  defaultOpen?: boolean;
  children: () => ReactNode;
}) {
  const classes = useStyles();
  const id = useId();
  const [open, setOpen] = useState(props.defaultOpen ?? false);
  return (
    <>
      <ButtonBase
        className={classes.button}
        disableRipple
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        <ExpandMoreIcon
          aria-hidden
          fontSize="small"
          className={`${classes.icon} ${open ? classes.open : ''}`}
        />
        <span>{props.label}</span>
      </ButtonBase>
      <div id={id}>{open && props.children()}</div>
    </>
  );
}
