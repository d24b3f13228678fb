import Typography from '@material-ui/core/Typography';
import { makeStyles, Theme } from '@material-ui/core/styles';
import {
  CheckedDocument,
  ServiceRuleResult,
} from '@paved-road/backstage-plugin-paved-road-common';
import { GrowingList } from '../../shared/GrowingList';
import { SeverityLabel } from '../../shared/SeverityLabel';
import { toneColor } from '../../shared/tone';
import { resultKind, VerdictChip } from '../../shared/verdict';
import { count } from '../../shared/words';
import { RuleLink } from '../RuleLink';
import { FindingItem } from './FindingItem';

const useStyles = makeStyles(
  (theme: Theme) => ({
    item: {
      padding: theme.spacing(2),
      marginBottom: theme.spacing(1.5),
      border: `1px solid ${theme.palette.divider}`,
      borderRadius: theme.shape.borderRadius,
      backgroundColor: theme.palette.background.paper,
    },
    head: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0.5, 1.5),
    },
    title: { minWidth: 0, overflowWrap: 'anywhere', fontWeight: 700 },
    meta: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0, 2),
      marginTop: theme.spacing(0.5),
      color: toneColor(theme, 'quiet'),
      fontSize: theme.typography.pxToRem(13),
      overflowWrap: 'anywhere',
    },
    text: { marginTop: theme.spacing(1), maxWidth: '85ch' },
    fix: { whiteSpace: 'pre-line' },
    label: { fontWeight: 700 },
    findings: { margin: 0, padding: 0, listStyle: 'none' },
  }),
  { name: 'PavedRoadResultItem' },
);

/** One rule's verdict on a service in full: why, what to do, and where. */
export function ResultItem(props: {
  result: ServiceRuleResult;
  documents: CheckedDocument[];
  excerptOf?: string;
}) {
  const { result, documents, excerptOf } = props;
  const classes = useStyles();
  const kind = resultKind(result);
  return (
    <li className={classes.item}>
      <div className={classes.head}>
        <VerdictChip kind={kind} />
        <Typography
          component="h4"
          variant="subtitle1"
          className={classes.title}
        >
          <RuleLink rule={result.rule}>{result.title}</RuleLink>
        </Typography>
      </div>
      <div className={classes.meta}>
        <SeverityLabel severity={result.severity} />
        {result.alias && <span>{result.alias}</span>}
        <code>{result.rule}</code>
      </div>
      {result.why && (
        <Typography variant="body2" className={classes.text}>
          <span className={classes.label}>Why:</span> {result.why}
        </Typography>
      )}
      {result.remediation && (
        <Typography
          variant="body2"
          className={`${classes.text} ${classes.fix}`}
        >
          <span className={classes.label}>Fix:</span> {result.remediation}
        </Typography>
      )}
      <GrowingList
        items={result.findings}
        first={5}
        step={50}
        noun={['more finding']}
      >
        {findings => (
          <ul
            className={classes.findings}
            aria-label={count(result.findings.length, 'finding')}
          >
            {findings.map((finding, index) => (
              <FindingItem
                key={index}
                finding={finding}
                ruleTitle={result.title}
                document={documents.find(
                  ({ path }) => path === finding.document,
                )}
                excerptOf={excerptOf}
                defaultOpen={kind === 'blocks' && index === 0}
              />
            ))}
          </ul>
        )}
      </GrowingList>
    </li>
  );
}
