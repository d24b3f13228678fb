import Typography from '@material-ui/core/Typography';
import { makeStyles, Theme } from '@material-ui/core/styles';
import ErrorOutlineIcon from '@material-ui/icons/ErrorOutline';
import HelpOutlineIcon from '@material-ui/icons/HelpOutline';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { useApi } from '@backstage/core-plugin-api';
import {
  OverallVerdict,
  PipelineResult,
  ServiceCompliance,
} from '@paved-road/backstage-plugin-paved-road-common';
import { pavedRoadApiRef } from '../api';
import { Disclosure } from '../shared/Disclosure';
import { entityPathOf } from '../shared/entityRefs';
import { Loading } from '../shared/Loading';
import { Notice } from '../shared/Notice';
import { count } from '../shared/words';
import { QuietFailure } from './QuietFailure';
import { RunRules } from './RunRules';
import { outcomeWords, reasonAdvice, stageSentence } from './words';

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

/** Why the portal doesn't pass what is newest of a stage, and which rules that is about. */
export function NotPassed(props: {
  entityRef: string;
  environment: string;
  stage: 'pipeline' | 'deployed';
  verdict: OverallVerdict;
  /** Of the result. */
  id: string;
  runId: string;
  source?: ServiceCompliance;
}) {
  const { entityRef, environment, id, runId, stage, verdict } = props;
  const api = useApi(pavedRoadApiRef);
  const run = useAsyncRetry(
    () => api.getPipelineRun({ ...entityPathOf(entityRef), runId }),
    [api, entityRef, runId],
  );
  const result = run.value?.items.find(item => item.id === id);
  return (
    <Notice
      icon={verdict === 'fail' ? ErrorOutlineIcon : HelpOutlineIcon}
      tone={verdict === 'fail' ? 'bad' : 'info'}
      title={stageSentence(stage, verdict, environment)}
      level={4}
    >
      {run.error && <QuietFailure error={run.error} onRetry={run.retry} />}
      {!run.value && !run.error && (
        <Loading label="Loading the reasons" rows={1} />
      )}
      {result && <Reasons result={result} source={props.source} />}
    </Notice>
  );
}

function Reasons(props: {
  result: PipelineResult;
  source?: ServiceCompliance;
}) {
  const { outcome, pipeline, reasons, results } = props.result;
  const classes = useStyles();
  return (
    <>
      <ul className={classes.reasons} aria-label="Reasons">
        {reasons.map(({ code, message }) => (
          <Typography key={code + message} component="li" variant="body2">
            {message}. {reasonAdvice[code]}
          </Typography>
        ))}
      </ul>
      {results.length > 0 && (
        <Disclosure
          label={`What was found of ${count(results.length, 'rule')}`}
        >
          {() => <RunRules results={results} source={props.source} />}
        </Disclosure>
      )}
      <Typography variant="body2" color="textSecondary">
        {pipeline.title} itself says that {outcomeWords[outcome]}. The verdict
        is the portal’s own.
      </Typography>
    </>
  );
}
