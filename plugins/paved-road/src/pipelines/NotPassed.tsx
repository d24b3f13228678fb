import Typography from '@material-ui/core/Typography';
import { makeStyles, Theme } from '@material-ui/core/styles';
import ErrorOutlineIcon from '@material-ui/icons/ErrorOutline';
import HelpOutlineIcon from '@material-ui/icons/HelpOutline';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { useApi } from '@backstage/core-plugin-api';
import {
  PipelineResultSummary,
  ServiceCompliance,
} from '@paved-road/backstage-plugin-paved-road-common';
import { pavedRoadApiRef } from '../api';
import { entityPathOf } from '../shared/entityRefs';
import { Loading } from '../shared/Loading';
import { Notice } from '../shared/Notice';
import { QuietFailure } from './QuietFailure';
import { RunRules } from './RunRules';
import { outcomeWords, reasonAdvice, resultSentence } from './words';

const useStyles = makeStyles(
  (theme: Theme) => ({
    reasons: {
      margin: theme.spacing(0, 0, 1),
      paddingLeft: theme.spacing(3),
      overflowWrap: 'anywhere',
    },
  }),
  { name: 'PavedRoadPipelineNotPassed' },
);

/** Why the portal doesn't pass a result, and which rules that is about. */
export function NotPassed(props: {
  result: PipelineResultSummary;
  source?: ServiceCompliance;
}) {
  const { result } = props;
  const { counts, outcome, pipeline, reasons, verdict } = result;
  const classes = useStyles();
  const title = resultSentence(result);
  return (
    <Notice
      icon={verdict === 'fail' ? ErrorOutlineIcon : HelpOutlineIcon}
      tone={verdict === 'fail' ? 'bad' : 'info'}
      title={title.charAt(0).toLocaleUpperCase('en-GB') + title.slice(1)}
      level={4}
    >
      <ul className={classes.reasons} aria-label="Reasons">
        {reasons.map(({ code, message }) => (
          <Typography key={code + message} component="li" variant="body2">
            {message}. {reasonAdvice[code]}
          </Typography>
        ))}
      </ul>
      {counts.blocking + counts.advising + counts.unknown > 0 && (
        <Rules {...props} />
      )}
      <Typography variant="body2" color="textSecondary">
        {pipeline.title} itself says that {outcomeWords[outcome]}. The verdict
        is the portal’s own.
      </Typography>
    </Notice>
  );
}

function Rules(props: {
  result: PipelineResultSummary;
  source?: ServiceCompliance;
}) {
  const { entityRef, id, runId } = props.result;
  const api = useApi(pavedRoadApiRef);
  const run = useAsyncRetry(
    () => api.getPipelineRun({ ...entityPathOf(entityRef), runId }),
    [api, entityRef, runId],
  );
  if (run.error) {
    return <QuietFailure error={run.error} onRetry={run.retry} />;
  }
  if (!run.value) {
    return <Loading label="Loading the rules" rows={1} />;
  }
  return (
    <RunRules
      results={run.value.items.find(item => item.id === id)?.results ?? []}
      source={props.source}
    />
  );
}
