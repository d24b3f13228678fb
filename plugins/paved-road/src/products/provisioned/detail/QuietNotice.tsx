import Typography from '@material-ui/core/Typography';
import {
  ProvisionedProductDetail,
  ProvisionedProductStatus,
} from '@paved-road/backstage-plugin-paved-road-common';
import { Notice } from '../../../shared/Notice';
import { statusIcons } from '../StatusMark';
import { isMoving, statusTones, statusWords } from '../statusWords';

const MEANINGS: Partial<Record<ProvisionedProductStatus, string>> = {
  UNKNOWN: 'AWS does not tell how it is, so nothing here says that it is well.',
  UNDER_CHANGE: 'AWS changes it now.',
  LAUNCHING: 'It is being launched.',
  PLAN_IN_PROGRESS:
    'There is a plan for it on AWS, and nothing that runs: whoever made the plan can carry it out.',
  NOT_LAUNCHED: 'Nothing was made on AWS.',
  TERMINATED: 'It is no more on AWS; what was done to it stays recorded here.',
};

/** How it is where nothing has failed; where all is well the mark says enough. */
export function QuietNotice(props: { product: ProvisionedProductDetail }) {
  const { status, statusMessage, openChange } = props.product;
  const meaning = MEANINGS[status];
  if (!meaning || (openChange && isMoving(status))) {
    return null;
  }
  return (
    <Notice
      icon={statusIcons[status]}
      tone={statusTones[status]}
      title={statusWords[status]}
    >
      <Typography>{meaning}</Typography>
      {statusMessage && <Typography>{statusMessage}</Typography>}
    </Notice>
  );
}
