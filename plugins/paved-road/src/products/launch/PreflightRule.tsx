import Typography from '@material-ui/core/Typography';
import { makeStyles, Theme } from '@material-ui/core/styles';
import { Preflight } from '@paved-road/backstage-plugin-paved-road-common';
import { RuleLink } from '../../compliance/RuleLink';
import { GrowingList } from '../../shared/GrowingList';
import { SeverityLabel } from '../../shared/SeverityLabel';
import { toneColor } from '../../shared/tone';
import { resultKind, VerdictChip } from '../../shared/verdict';
import { count } from '../../shared/words';

const SHOWN_FINDINGS = 5;

const useStyles = makeStyles(
  (theme: Theme) => ({
    rule: {
      padding: theme.spacing(1.5),
      marginBottom: theme.spacing(1.5),
      border: `1px solid ${theme.palette.divider}`,
      borderRadius: theme.shape.borderRadius,
      backgroundColor: theme.palette.background.paper,
      overflowWrap: 'anywhere',
    },
    head: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0.5, 1.5),
    },
    title: { minWidth: 0, fontWeight: 700 },
    meta: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0, 2),
      marginTop: theme.spacing(0.5),
      color: toneColor(theme, 'quiet'),
      fontSize: theme.typography.pxToRem(13),
    },
    findings: { margin: 0, padding: 0, listStyle: 'none' },
    finding: {
      padding: theme.spacing(0.5, 0, 0.5, 2),
      marginTop: theme.spacing(1),
      borderLeft: `2px solid ${theme.palette.divider}`,
    },
    label: { fontWeight: 700 },
    text: { whiteSpace: 'pre-line' },
    path: {
      color: toneColor(theme, 'quiet'),
      fontSize: theme.typography.pxToRem(12),
    },
  }),
  { name: 'PavedRoadPreflightRule' },
);

type Result = Preflight['results'][number];

/** A rule that is not kept, or of which nothing is known: why, and what to do. */
export function PreflightRule(props: { result: Result }) {
  const { rule, title, severity, reason, findings } = props.result;
  const classes = useStyles();
  return (
    <li className={classes.rule}>
      <div className={classes.head}>
        <VerdictChip kind={resultKind(props.result)} />
        <Typography
          component="h5"
          variant="subtitle2"
          className={classes.title}
        >
          <RuleLink rule={rule}>{title ?? rule}</RuleLink>
        </Typography>
      </div>
      <div className={classes.meta}>
        <SeverityLabel severity={severity} />
        <code>{rule}</code>
      </div>
      {reason && <Typography className={classes.text}>{reason}</Typography>}
      <GrowingList
        items={findings}
        first={SHOWN_FINDINGS}
        step={50}
        noun={['more finding']}
      >
        {shown => (
          <ul
            className={classes.findings}
            aria-label={count(findings.length, 'finding')}
          >
            {shown.map((finding, index) => (
              <Finding key={index} finding={finding} />
            ))}
          </ul>
        )}
      </GrowingList>
    </li>
  );
}

function Finding(props: { finding: Result['findings'][number] }) {
  const { resource, message, remediation, propertyPath } = props.finding;
  const classes = useStyles();
  return (
    <li className={classes.finding}>
      <div className={classes.text}>
        {resource && <span className={classes.label}>{resource}: </span>}
        {message}
      </div>
      {propertyPath && (
        <div className={classes.path}>
          <code>{propertyPath}</code>
        </div>
      )}
      {remediation && (
        <div className={classes.text}>
          <span className={classes.label}>Fix:</span> {remediation}
        </div>
      )}
    </li>
  );
}
