import Typography from '@material-ui/core/Typography';
import { makeStyles, Theme } from '@material-ui/core/styles';
import { CodeView } from '../shared/code';
import { CopyButton } from '../shared/CopyButton';

const useStyles = makeStyles(
  (theme: Theme) => ({
    line: {
      display: 'flex',
      alignItems: 'center',
      gap: theme.spacing(1),
      '& > :first-child': { flexGrow: 1, minWidth: 0 },
    },
  }),
  { name: 'PavedRoadNoPipelineResults' },
);

/** What a result of a pipeline is, and how the first one comes here. */
export function NoResults(props: { entityRef: string }) {
  const classes = useStyles();
  const command = `npx paved-road check infra --portal "$PORTAL" --environment production --service ${props.entityRef} --run "$RUN_ID" --commit "$COMMIT" --stage pipeline --run-url "$RUN_URL"`;
  return (
    <>
      <Typography color="textSecondary">
        No pipeline has posted a result yet: what it checked of one commit for
        one environment, judged again by the portal. Where the build fails,
        there is nothing to check; the runs of its repository say so. A pipeline
        of your own posts with this line, with your documents in place of infra:
      </Typography>
      <div className={classes.line}>
        <CodeView label="Line for the pipeline" lines={[command]} />
        <CopyButton text={command} label="Copy the line" />
      </div>
    </>
  );
}
