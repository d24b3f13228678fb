import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { makeStyles, Theme } from '@material-ui/core/styles';
import CompareArrowsIcon from '@material-ui/icons/CompareArrows';
import {
  RuleStages,
  ServiceStages,
} from '@paved-road/backstage-plugin-paved-road-common';
import { GrowingList } from '../../shared/GrowingList';
import { Mark } from '../../shared/Mark';
import { count } from '../../shared/words';
import { RuleTitle } from '../RuleTitle';
import { stageWords } from '../words';
import { StageVerdictMark } from './StageVerdictMark';

const STAGES = ['source', 'pipeline', 'deployed'] as const;

const FIRST = 10;

const useStyles = makeStyles(
  (theme: Theme) => ({
    frame: { marginBottom: theme.spacing(2) },
    table: {
      width: '100%',
      borderCollapse: 'collapse',
      fontSize: theme.typography.body2.fontSize,
      '& th, & td': {
        padding: theme.spacing(1, 2),
        textAlign: 'left',
        verticalAlign: 'top',
        fontWeight: 'inherit',
      },
      '& thead th': { fontWeight: 700 },
      '& tbody tr': { borderTop: `1px solid ${theme.palette.divider}` },
      // Four columns are too many for a telephone: a rule, then its stages.
      [theme.breakpoints.down('xs')]: {
        '&, & tbody, & tr, & th, & td': { display: 'block' },
        '& thead': { display: 'none' },
        '& tbody tr': { padding: theme.spacing(1, 0) },
        '& tbody th, & tbody td': { padding: theme.spacing(0.25, 2) },
        '& tbody td': {
          display: 'grid',
          gridTemplateColumns: '88px minmax(0, 1fr)',
        },
        '& tbody td::before': { content: 'attr(data-stage)' },
      },
    },
    holding: { margin: theme.spacing(2, 0) },
    rule: { overflowWrap: 'anywhere' },
    stage: { whiteSpace: 'nowrap' },
  }),
  { name: 'PavedRoadRuleStagesTable' },
);

/** The rules that don't hold everywhere, each with what every stage says of it. */
export function RuleStagesTable(props: { stages: ServiceStages }) {
  const { environment, holding, rules } = props.stages;
  const classes = useStyles();
  return (
    <>
      {rules.length > 0 && (
        <GrowingList
          key={environment}
          items={rules}
          first={FIRST}
          step={50}
          noun={['more rule']}
        >
          {shown => <Rows rules={shown} />}
        </GrowingList>
      )}
      <Typography color="textSecondary" className={classes.holding}>
        {holdingSentence(holding, rules.length)}
      </Typography>
    </>
  );
}

function holdingSentence(holding: number, others: number): string {
  if (holding === 0) {
    return others === 0
      ? 'No stage says anything of a rule in force.'
      : 'No rule holds at every stage that says something of it.';
  }
  return `${count(holding, others > 0 ? 'other rule' : 'rule')} ${
    holding === 1 ? 'holds' : 'hold'
  } at every stage that says something of ${holding === 1 ? 'it' : 'them'}.`;
}

function Rows(props: { rules: RuleStages[] }) {
  const classes = useStyles();
  return (
    <Paper variant="outlined" className={classes.frame}>
      <table aria-label="Rules by stage" className={classes.table}>
        <thead>
          <tr>
            <th scope="col">Rule</th>
            {STAGES.map(stage => (
              <th key={stage} scope="col">
                {stageWords[stage]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.rules.map(rule => (
            <tr key={rule.rule}>
              <th scope="row" className={classes.rule}>
                <RuleTitle rule={rule.rule} title={rule.title} />
                {rule.disagrees && (
                  <div>
                    <Mark icon={CompareArrowsIcon} tone="warn">
                      Stages disagree
                    </Mark>
                  </div>
                )}
              </th>
              {STAGES.map(stage => (
                <td
                  key={stage}
                  data-stage={stageWords[stage]}
                  className={classes.stage}
                >
                  <StageVerdictMark
                    verdict={rule[stage]}
                    enforcement={rule.enforcement}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Paper>
  );
}
