import { ComponentType } from 'react';
import { SvgIconProps } from '@material-ui/core/SvgIcon';
import BrokenImageOutlinedIcon from '@material-ui/icons/BrokenImageOutlined';
import EventBusyIcon from '@material-ui/icons/EventBusy';
import SpeakerNotesOffIcon from '@material-ui/icons/SpeakerNotesOff';
import { Mark } from '../shared/Mark';
import { Tone } from '../shared/tone';
import { RuleGap, gapWords } from './ruleGaps';

export const gapIcons: Record<RuleGap, ComponentType<SvgIconProps>> = {
  broken: BrokenImageOutlinedIcon,
  'no-rationale': SpeakerNotesOffIcon,
  'review-overdue': EventBusyIcon,
};

const tones: Record<RuleGap, Tone> = {
  broken: 'bad',
  'no-rationale': 'warn',
  'review-overdue': 'warn',
};

/** What a rule lacks, each a shape and words. */
export function GapMarks(props: { gaps: RuleGap[] }) {
  return (
    <>
      {props.gaps.map(gap => (
        <Mark key={gap} icon={gapIcons[gap]} tone={tones[gap]}>
          {gapWords[gap]}
        </Mark>
      ))}
    </>
  );
}
