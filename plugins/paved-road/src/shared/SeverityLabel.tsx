import { makeStyles, Theme } from '@material-ui/core/styles';
import {
  severities,
  Severity,
} from '@paved-road/backstage-plugin-paved-road-common';
import { Tone, toneColor } from './tone';

const tones: Record<Severity, Tone> = {
  critical: 'bad',
  high: 'bad',
  medium: 'warn',
  low: 'quiet',
};

export const severityWords: Record<Severity, string> = {
  critical: 'Critical',
  high: 'High',
  medium: 'Medium',
  low: 'Low',
};

const useStyles = makeStyles(
  (theme: Theme) => ({
    label: {
      display: 'inline-flex',
      alignItems: 'center',
      gap: theme.spacing(0.75),
      whiteSpace: 'nowrap',
    },
    bars: {
      color: ({ severity }: { severity?: Severity }) =>
        toneColor(theme, severity ? tones[severity] : 'quiet'),
    },
  }),
  { name: 'PavedRoadSeverityLabel' },
);

/** A severity as a word with as many bars as it weighs. */
export function SeverityLabel(props: { severity?: Severity }) {
  const classes = useStyles(props);
  if (!props.severity) {
    return <span className={classes.label}>No severity</span>;
  }
  const weight = severities.length - severities.indexOf(props.severity);
  return (
    <span className={classes.label}>
      <svg
        className={classes.bars}
        width="16"
        height="12"
        viewBox="0 0 16 12"
        aria-hidden="true"
      >
        {severities.map((severity, index) => (
          <rect
            key={severity}
            x={index * 4}
            y={9 - index * 3}
            width="3"
            height={3 + index * 3}
            fill="currentColor"
            opacity={index < weight ? 1 : 0.25}
          />
        ))}
      </svg>
      {severityWords[props.severity]}
    </span>
  );
}
