import Typography from '@material-ui/core/Typography';
import CompareArrowsIcon from '@material-ui/icons/CompareArrows';
import ReportProblemOutlinedIcon from '@material-ui/icons/ReportProblemOutlined';
import {
  PipelineResultSummary,
  ServiceCompliance,
} from '@paved-road/backstage-plugin-paved-road-common';
import { Notice } from '../shared/Notice';
import { disagreements, unexplained } from './compareStages';
import { disagreementSentence } from './words';

/** Where the stages don't tell the same story. */
export function Disagreements(props: {
  source?: ServiceCompliance;
  newest: PipelineResultSummary[];
  /** Every result that has been loaded. */
  all: PipelineResultSummary[];
}) {
  const { newest, all } = props;
  const verdict = props.source?.status.verdict;
  const differing = verdict ? disagreements(verdict, newest) : [];
  const strange = unexplained(newest, all);
  return (
    <>
      {verdict && differing.length > 0 && (
        <Notice
          icon={CompareArrowsIcon}
          tone="warn"
          title="Source and pipeline disagree"
          level={4}
        >
          {differing.map(result => (
            <Typography key={result.id}>
              {disagreementSentence(verdict, result)}
            </Typography>
          ))}
          <Typography>
            {verdict === 'pass'
              ? 'The build may change the documents, or the pipeline checked another commit or with other rules. Compare what failed below.'
              : 'What passed there is not what the default branch holds now, or the rules have changed since. Run the pipeline again.'}
          </Typography>
        </Notice>
      )}
      {strange.length > 0 && (
        <Notice
          icon={ReportProblemOutlinedIcon}
          tone="bad"
          title="Deployed without a check that explains it"
          level={4}
        >
          {strange.map(({ id, environment, runId }) => (
            <Typography key={id}>
              What run {runId} deployed to {environment} is in no result of the
              pipeline for {environment} that is shown here. Find out how it got
              there.
            </Typography>
          ))}
        </Notice>
      )}
    </>
  );
}
