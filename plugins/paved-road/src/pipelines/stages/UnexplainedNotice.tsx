import Typography from '@material-ui/core/Typography';
import ReportIcon from '@material-ui/icons/Report';
import { Link } from '@backstage/core-components';
import { ServiceStages } from '@paved-road/backstage-plugin-paved-road-common';
import { Notice } from '../../shared/Notice';
import { useEnvironmentLink } from './useEnvironmentLink';

/** Something is deployed, here or elsewhere, that didn't come through the pipeline's check. */
export function UnexplainedNotice(props: { stages: ServiceStages }) {
  const { environment, explained, unexplained, unexplainedIn } = props.stages;
  const linkTo = useEnvironmentLink();
  const elsewhere = unexplainedIn.filter(name => name !== environment);
  if (explained !== false && elsewhere.length === 0) {
    return null;
  }
  return (
    <Notice
      icon={ReportIcon}
      tone="bad"
      title="Deployed without a check that explains it"
      level={4}
    >
      {explained === false && (
        <>
          {unexplained && <Typography>{unexplained}</Typography>}
          <Typography>
            Find out how it got there, and deploy again through the pipeline.
          </Typography>
        </>
      )}
      {elsewhere.map(name => (
        <Typography key={name}>
          <Link to={linkTo(name)}>See what was deployed to {name}</Link>
        </Typography>
      ))}
    </Notice>
  );
}
