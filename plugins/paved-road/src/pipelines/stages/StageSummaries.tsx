import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { makeStyles, Theme } from '@material-ui/core/styles';
import RefreshIcon from '@material-ui/icons/Refresh';
import ReportIcon from '@material-ui/icons/Report';
import {
  ServiceStages,
  StageSummary,
} from '@paved-road/backstage-plugin-paved-road-common';
import { Facts } from '../../shared/Facts';
import { Mark } from '../../shared/Mark';
import { OutsideLink } from '../../shared/OutsideLink';
import { RelativeTime } from '../../shared/RelativeTime';
import { VerdictChip } from '../../shared/verdict';
import { Commit } from '../Commit';
import { stageWords } from '../words';

const useStyles = makeStyles(
  (theme: Theme) => ({
    list: {
      display: 'grid',
      gridTemplateColumns: 'repeat(auto-fit, minmax(200px, 1fr))',
      gap: theme.spacing(2),
      margin: theme.spacing(0, 0, 2),
      padding: 0,
      listStyle: 'none',
    },
    stage: {
      height: '100%',
      boxSizing: 'border-box',
      padding: theme.spacing(2),
    },
    title: {
      '&&': { margin: theme.spacing(0, 0, 1) },
    },
    facts: { marginTop: theme.spacing(1.5) },
  }),
  { name: 'PavedRoadStageSummaries' },
);

/** What is newest of each stage, side by side. */
export function StageSummaries(props: { stages: ServiceStages }) {
  const { explained, stages } = props.stages;
  const classes = useStyles();
  const compared = stages.find(({ verdict }) => verdict !== undefined);
  return (
    <ul className={classes.list} aria-label="Stages">
      {stages.map(summary => (
        <li key={summary.stage}>
          <Paper variant="outlined" className={classes.stage}>
            <Typography
              className={classes.title}
              component="h4"
              variant="subtitle1"
            >
              {stageWords[summary.stage]}
            </Typography>
            {summary.verdict ? (
              <>
                <VerdictChip kind={summary.verdict} />
                {summary.stage === 'deployed' && explained === false && (
                  <div>
                    <Mark icon={ReportIcon} tone="bad">
                      Not explained by a check
                    </Mark>
                  </div>
                )}
                <div className={classes.facts}>
                  <Known summary={summary} />
                </div>
                {compared && compared.bundleDigest !== summary.bundleDigest && (
                  <Mark icon={RefreshIcon} tone="info">
                    Other rules than at the stage{' '}
                    {stageWords[compared.stage].toLocaleLowerCase('en-GB')}
                  </Mark>
                )}
              </>
            ) : (
              <Typography color="textSecondary">
                {summary.stage === 'source'
                  ? 'Not checked yet'
                  : 'Nothing posted yet'}
              </Typography>
            )}
          </Paper>
        </li>
      ))}
    </ul>
  );
}

function Known(props: { summary: StageSummary }) {
  const { at, commit, runId, stage, url } = props.summary;
  return (
    <Facts
      facts={[
        { name: 'When', value: at && <RelativeTime value={at} /> },
        { name: 'Commit', value: commit && <Commit value={commit} /> },
        {
          name: stage === 'source' ? 'Checked by' : 'Run',
          value:
            stage === 'source' ? (
              'the portal'
            ) : (
              <OutsideLink url={url}>{runId}</OutsideLink>
            ),
        },
      ]}
    />
  );
}
