import { makeStyles } from '@material-ui/core/styles';
import { CopyTextButton } from '@backstage/core-components';

const useStyles = makeStyles(
  {
    // As large as the words beside it.
    button: { display: 'inline-flex', '& svg': { width: 16, height: 16 } },
  },
  { name: 'PavedRoadCopyButton' },
);

/** Copies a text that stands beside it. */
export function CopyButton(props: {
  text: string;
  /** Says what is copied, such as `Copy the annotation`. */
  label: string;
}) {
  const classes = useStyles();
  return (
    <span className={classes.button}>
      <CopyTextButton
        text={props.text}
        tooltipText="Copied"
        aria-label={props.label}
        variant="tertiary"
      />
    </span>
  );
}
