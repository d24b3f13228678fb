import { ComponentType } from 'react';
import { SvgIconProps } from '@material-ui/core/SvgIcon';
import AutorenewIcon from '@material-ui/icons/Autorenew';
import BlockIcon from '@material-ui/icons/Block';
import CheckCircleOutlineIcon from '@material-ui/icons/CheckCircleOutline';
import CloudOffIcon from '@material-ui/icons/CloudOff';
import CloudUploadIcon from '@material-ui/icons/CloudUpload';
import ReportIcon from '@material-ui/icons/Report';
import {
  ChangeState,
  ProductChange,
} from '@paved-road/backstage-plugin-paved-road-common';
import { Mark } from '../../shared/Mark';
import { progressTone, progressWords } from './statusWords';

export const changeIcons: Record<ChangeState, ComponentType<SvgIconProps>> = {
  sending: CloudUploadIcon,
  running: AutorenewIcon,
  succeeded: CheckCircleOutlineIcon,
  failed: ReportIcon,
  refused: BlockIcon,
  interrupted: CloudOffIcon,
};

/** How far a change has come. */
export function ChangeMark(props: {
  change: Pick<ProductChange, 'state' | 'recordStatus'>;
}) {
  const { change } = props;
  return (
    <Mark icon={changeIcons[change.state]} tone={progressTone(change)}>
      {progressWords(change)}
    </Mark>
  );
}
