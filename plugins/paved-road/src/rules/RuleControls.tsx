import Typography from '@material-ui/core/Typography';
import { makeStyles, Theme } from '@material-ui/core/styles';
import { Control } from '@paved-road/backstage-plugin-paved-road-common';
import { Disclosure } from '../shared/Disclosure';
import { Section } from '../shared/Section';
import { count } from '../shared/words';
import { RulesWith } from './RulesWith';

const SHOWN_CLAUSES = 6;

const useStyles = makeStyles(
  (theme: Theme) => ({
    framework: { marginBottom: theme.spacing(1.5) },
    clauses: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0.5),
      margin: theme.spacing(0.5, 0, 0),
      padding: 0,
      listStyle: 'none',
    },
    clause: {
      padding: theme.spacing(0, 0.75),
      border: `1px solid ${theme.palette.divider}`,
      borderRadius: theme.shape.borderRadius,
      fontSize: theme.typography.pxToRem(13),
    },
  }),
  { name: 'PavedRoadRuleControls' },
);

/** The clauses that the rule serves, framework by framework. */
export function RuleControls(props: { controls: Control[] }) {
  const classes = useStyles();
  return (
    <Section level={3} title="Clauses it serves">
      {props.controls.length === 0 && (
        <Typography>No clause of a framework is recorded.</Typography>
      )}
      {props.controls.map(({ framework, clauses }) => (
        <div key={framework} className={classes.framework}>
          <RulesWith framework={framework}>{framework}</RulesWith>
          {clauses.length > SHOWN_CLAUSES ? (
            <div>
              <Disclosure label={count(clauses.length, 'clause')}>
                {() => <Clauses clauses={clauses} />}
              </Disclosure>
            </div>
          ) : (
            <Clauses clauses={clauses} />
          )}
        </div>
      ))}
    </Section>
  );
}

function Clauses(props: { clauses: string[] }) {
  const classes = useStyles();
  return (
    <ul className={classes.clauses}>
      {props.clauses.map(clause => (
        <li key={clause} className={classes.clause}>
          {clause}
        </li>
      ))}
    </ul>
  );
}
