import Typography from '@material-ui/core/Typography';
import ReportIcon from '@material-ui/icons/Report';
import { Notice } from '../../shared/Notice';

/** Something is deployed that didn't come through the pipeline's check. */
export function UnexplainedNotice(props: { why?: string }) {
  return (
    <Notice
      icon={ReportIcon}
      tone="bad"
      title="Deployed without a check that explains it"
      level={4}
    >
      {props.why && <Typography>{props.why}</Typography>}
      <Typography>
        Find out how it got there, and deploy again through the pipeline.
      </Typography>
    </Notice>
  );
}
