import { ComponentType } from 'react';
import Typography from '@material-ui/core/Typography';
import { SvgIconProps } from '@material-ui/core/SvgIcon';
import CheckCircleOutlineIcon from '@material-ui/icons/CheckCircleOutline';
import CompareArrowsIcon from '@material-ui/icons/CompareArrows';
import ErrorOutlineIcon from '@material-ui/icons/ErrorOutline';
import HelpOutlineIcon from '@material-ui/icons/HelpOutline';
import { ServiceStages } from '@paved-road/backstage-plugin-paved-road-common';
import { Notice } from '../../shared/Notice';
import { Tone } from '../../shared/tone';
import { Agreement, agreementOf } from './agreement';

const LOOKS: Record<
  Agreement['kind'],
  { icon: ComponentType<SvgIconProps>; tone: Tone }
> = {
  disagree: { icon: CompareArrowsIcon, tone: 'warn' },
  pass: { icon: CheckCircleOutlineIcon, tone: 'good' },
  fail: { icon: ErrorOutlineIcon, tone: 'bad' },
  open: { icon: HelpOutlineIcon, tone: 'info' },
};

/** Whether source, pipeline and deployed say the same. */
export function AgreementNotice(props: { stages: ServiceStages }) {
  const { stages } = props;
  const { kind, sentences, title } = agreementOf(stages);
  const { icon, tone } = LOOKS[kind];
  return (
    <Notice
      icon={icon}
      // Nothing looks fine where a deployment came past the check.
      tone={tone === 'good' && stages.unexplainedIn.length > 0 ? 'quiet' : tone}
      title={title}
      level={4}
    >
      {sentences.map(sentence => (
        <Typography key={sentence}>{sentence}</Typography>
      ))}
    </Notice>
  );
}
