import Typography from '@material-ui/core/Typography';
import { makeStyles, Theme } from '@material-ui/core/styles';
import { RuleExample } from '@paved-road/backstage-plugin-paved-road-common';
import { CodeView, plainLines } from '../shared/code';
import { Disclosure } from '../shared/Disclosure';
import { VerdictIcon, VerdictKind, verdictTones } from '../shared/verdict';
import { toneColor } from '../shared/tone';

type Expected = RuleExample['expected'];

const words: Record<Expected, string> = {
  pass: 'This passes',
  fail: 'This fails',
  skip: 'This does not apply',
};

/** Those that teach most come first. */
const order: Expected[] = ['fail', 'pass', 'skip'];

const useStyles = makeStyles(
  (theme: Theme) => ({
    groups: {
      display: 'grid',
      gap: theme.spacing(2),
      gridTemplateColumns: 'minmax(0, 1fr)',
      [theme.breakpoints.up('lg')]: {
        gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
      },
    },
    title: {
      display: 'flex',
      alignItems: 'center',
      gap: theme.spacing(0.75),
      color: ({ kind }: { kind: VerdictKind }) =>
        toneColor(theme, verdictTones[kind]),
    },
  }),
  { name: 'PavedRoadRuleExamples' },
);

/** The unit tests of a rule, as examples. */
export function RuleExamples(props: { examples: RuleExample[] }) {
  const classes = useStyles({ kind: 'skip' });
  if (props.examples.length === 0) {
    return (
      <Typography>
        No unit tests lie beside this rule, so there are no examples to show.
      </Typography>
    );
  }
  return (
    <div className={classes.groups}>
      {order.map(expected => (
        <ExampleGroup
          key={expected}
          expected={expected}
          examples={props.examples.filter(one => one.expected === expected)}
        />
      ))}
    </div>
  );
}

function ExampleGroup(props: { expected: Expected; examples: RuleExample[] }) {
  const { expected, examples } = props;
  const classes = useStyles({ kind: expected });
  if (examples.length === 0) {
    return null;
  }
  return (
    <div>
      <Typography component="h4" variant="subtitle1" className={classes.title}>
        <VerdictIcon kind={expected} />
        {words[expected]}
      </Typography>
      {examples.map((example, index) => (
        <div key={`${index} ${example.name}`}>
          <Disclosure
            label={example.name}
            defaultOpen={index === 0 && expected !== 'skip'}
          >
            {() => (
              <CodeView
                label={`${words[expected]}: ${example.name}`}
                lines={plainLines(example.input.trimEnd().split('\n'))}
              />
            )}
          </Disclosure>
        </div>
      ))}
    </div>
  );
}
