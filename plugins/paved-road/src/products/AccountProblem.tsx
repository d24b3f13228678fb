import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import CloudOffIcon from '@material-ui/icons/CloudOff';
import { Notice } from '../shared/Notice';

/** Says of an account that it does not answer, why, and what can be done. */
export function AccountProblem(props: {
  /** As people call it. */
  account: string;
  message: string;
  onRetry: () => void;
  level?: 2 | 3 | 4;
}) {
  return (
    <Notice
      icon={CloudOffIcon}
      tone="warn"
      title={`${props.account} does not answer`}
      level={props.level}
      alert
      actions={
        <Button variant="outlined" onClick={props.onRetry}>
          Try again
        </Button>
      }
    >
      <Typography>{props.message}</Typography>
    </Notice>
  );
}
