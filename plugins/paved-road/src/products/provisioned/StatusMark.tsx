import { ComponentType } from 'react';
import { SvgIconProps } from '@material-ui/core/SvgIcon';
import AutorenewIcon from '@material-ui/icons/Autorenew';
import BlockIcon from '@material-ui/icons/Block';
import CheckCircleOutlineIcon from '@material-ui/icons/CheckCircleOutline';
import EventNoteIcon from '@material-ui/icons/EventNote';
import HelpOutlineIcon from '@material-ui/icons/HelpOutline';
import LaunchIcon from '@material-ui/icons/Launch';
import PowerSettingsNewIcon from '@material-ui/icons/PowerSettingsNew';
import ReportIcon from '@material-ui/icons/Report';
import { ProvisionedProductStatus } from '@paved-road/backstage-plugin-paved-road-common';
import { Mark } from '../../shared/Mark';
import { statusTones, statusWords } from './statusWords';

export const statusIcons: Record<
  ProvisionedProductStatus,
  ComponentType<SvgIconProps>
> = {
  ERROR: ReportIcon,
  TAINTED: ReportIcon,
  UNKNOWN: HelpOutlineIcon,
  LAUNCHING: AutorenewIcon,
  UNDER_CHANGE: AutorenewIcon,
  PLAN_IN_PROGRESS: EventNoteIcon,
  NOT_LAUNCHED: BlockIcon,
  AVAILABLE: CheckCircleOutlineIcon,
  TERMINATED: PowerSettingsNewIcon,
};

/** How a provisioned product is: a word and a shape before it is a colour. */
export function StatusMark(props: { status: ProvisionedProductStatus }) {
  const { status } = props;
  return (
    <Mark icon={statusIcons[status]} tone={statusTones[status]}>
      {statusWords[status]}
    </Mark>
  );
}

/** Says of what was launched outside the portal that it was. */
export function OutsideMark(props: { origin: 'portal' | 'outside' }) {
  return props.origin === 'outside' ? (
    <Mark icon={LaunchIcon} tone="quiet">
      Launched outside the portal
    </Mark>
  ) : null;
}
