import { ComponentType } from 'react';
import { SvgIconProps } from '@material-ui/core/SvgIcon';
import CheckCircleOutlineIcon from '@material-ui/icons/CheckCircleOutline';
import HelpOutlineIcon from '@material-ui/icons/HelpOutline';
import RemoveCircleOutlineIcon from '@material-ui/icons/RemoveCircleOutline';
import ReportIcon from '@material-ui/icons/Report';
import ReportProblemOutlinedIcon from '@material-ui/icons/ReportProblemOutlined';
import VerifiedUserOutlinedIcon from '@material-ui/icons/VerifiedUserOutlined';
import { VerdictKind } from './kinds';

const icons: Record<VerdictKind, ComponentType<SvgIconProps>> = {
  fail: ReportIcon,
  blocks: ReportIcon,
  advises: ReportProblemOutlinedIcon,
  unknown: HelpOutlineIcon,
  exempt: VerifiedUserOutlinedIcon,
  pass: CheckCircleOutlineIcon,
  skip: RemoveCircleOutlineIcon,
};

/** The shape of a verdict; never shown without the word beside it. */
export function VerdictIcon(props: SvgIconProps & { kind: VerdictKind }) {
  const { kind, ...rest } = props;
  const Icon = icons[kind];
  return <Icon aria-hidden {...rest} />;
}
