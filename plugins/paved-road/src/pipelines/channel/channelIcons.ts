import { ComponentType } from 'react';
import { SvgIconProps } from '@material-ui/core/SvgIcon';
import BlockIcon from '@material-ui/icons/Block';
import CheckCircleOutlineIcon from '@material-ui/icons/CheckCircleOutline';
import HelpOutlineIcon from '@material-ui/icons/HelpOutline';
import ReportProblemOutlinedIcon from '@material-ui/icons/ReportProblemOutlined';
import { ChannelState } from '@paved-road/backstage-plugin-paved-road-common';

/** The shape of each state; never shown without the word beside it. */
export const channelStateIcons: Record<
  ChannelState,
  ComponentType<SvgIconProps>
> = {
  'on-road': CheckCircleOutlineIcon,
  drifting: ReportProblemOutlinedIcon,
  'off-road': BlockIcon,
  unknown: HelpOutlineIcon,
};
