import { makeStyles, Theme } from '@material-ui/core/styles';
import {
  Enforcement,
  StageVerdict,
} from '@paved-road/backstage-plugin-paved-road-common';
import { Tone, toneColor } from '../../shared/tone';
import {
  resultKind,
  VerdictIcon,
  verdictTones,
  verdictWords,
} from '../../shared/verdict';
import { VisuallyHidden } from '../../shared/VisuallyHidden';

const useStyles = makeStyles(
  (theme: Theme) => ({
    mark: {
      display: 'inline-flex',
      alignItems: 'center',
      gap: theme.spacing(0.5),
      color: ({ tone }: { tone: Tone }) => toneColor(theme, tone),
      fontWeight: 700,
      lineHeight: 1.4,
    },
  }),
  { name: 'PavedRoadStageVerdictMark' },
);

/** What a stage says of a rule: a word and a shape; a dash where it says nothing. */
export function StageVerdictMark(props: {
  verdict: StageVerdict | undefined;
  enforcement?: Enforcement;
}) {
  const { verdict, enforcement = 'block' } = props;
  const kind =
    verdict === undefined || verdict === 'held'
      ? undefined
      : resultKind({ verdict, enforcement });
  const classes = useStyles({
    tone: kind ? verdictTones[kind] : 'good',
  });
  if (verdict === undefined) {
    return (
      <>
        <span aria-hidden>–</span>
        <VisuallyHidden>Says nothing</VisuallyHidden>
      </>
    );
  }
  return (
    <span className={classes.mark}>
      <VerdictIcon kind={kind ?? 'pass'} fontSize="small" />
      {kind ? verdictWords[kind] : 'Holds'}
    </span>
  );
}
