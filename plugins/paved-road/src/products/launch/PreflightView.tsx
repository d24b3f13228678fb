import Typography from '@material-ui/core/Typography';
import { makeStyles, Theme } from '@material-ui/core/styles';
import { Preflight } from '@paved-road/backstage-plugin-paved-road-common';
import { Disclosure } from '../../shared/Disclosure';
import { GrowingList } from '../../shared/GrowingList';
import { VerdictChip } from '../../shared/verdict';
import { count } from '../../shared/words';
import { PreflightRule } from './PreflightRule';
import { preflightKind, preflightSentence } from './preflightWords';

const SHOWN_RULES = 10;

const useStyles = makeStyles(
  (theme: Theme) => ({
    head: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0.5, 1.5),
      marginBottom: theme.spacing(1.5),
    },
    sentence: { fontWeight: 700 },
    problem: { overflowWrap: 'anywhere', whiteSpace: 'pre-line' },
    rules: { margin: theme.spacing(0, 0, 1), padding: 0, listStyle: 'none' },
    parts: {
      margin: theme.spacing(0.5, 0, 1),
      paddingLeft: theme.spacing(3),
      overflowWrap: 'anywhere',
    },
  }),
  { name: 'PavedRoadPreflightView' },
);

/** What the rules say: what stops it first, then what they advise. */
export function PreflightView(props: { preflight: Preflight }) {
  const { preflight } = props;
  const { results, passed, unresolved, problem, environment } = preflight;
  const classes = useStyles();
  // Stable: those of the same enforcement stay in the backend's order.
  const ordered = [...results].sort(
    (one, other) =>
      Number(other.enforcement === 'block') -
      Number(one.enforcement === 'block'),
  );
  return (
    <>
      <div className={classes.head}>
        <VerdictChip kind={preflightKind(preflight)} />
        <span className={classes.sentence}>
          {preflightSentence(preflight)} (rules of {environment})
        </span>
      </div>
      {problem && (
        <Typography className={classes.problem} paragraph>
          {problem}
        </Typography>
      )}
      <GrowingList items={ordered} first={SHOWN_RULES} noun={['more rule']}>
        {shown => (
          <ul
            className={classes.rules}
            aria-label="Rules that stop it or advise a change"
          >
            {shown.map(result => (
              <PreflightRule key={result.rule} result={result} />
            ))}
          </ul>
        )}
      </GrowingList>
      {results.length > 0 && (
        <Typography>{count(passed, 'rule')} passed.</Typography>
      )}
      {unresolved.length > 0 && (
        <Disclosure
          label={`${count(
            unresolved.length,
            'part',
          )} of the template can't be known before`}
        >
          {() => (
            <ul className={classes.parts}>
              {unresolved.map(({ resource, propertyPath, reason }, index) => (
                <li key={index}>
                  {resource && <strong>{resource} </strong>}
                  <code>{propertyPath}</code>: {reason}
                </li>
              ))}
            </ul>
          )}
        </Disclosure>
      )}
    </>
  );
}
