import { makeStyles, Theme } from '@material-ui/core/styles';
import { Link } from '@backstage/core-components';
import { useComplianceLink } from '../../shared/ServiceLink';
import { toneColor } from '../../shared/tone';
import { count } from '../../shared/words';
import { AdoptedService } from './adoptionFilters';

const useStyles = makeStyles(
  (theme: Theme) => ({ quiet: { color: toneColor(theme, 'quiet') } }),
  { name: 'PavedRoadHurts' },
);

/** How often something stopped a service, leading to what did. */
export function Hurts(props: { service: AdoptedService }) {
  const { entityRef, hurts } = props.service;
  const classes = useStyles();
  const complianceLink = useComplianceLink();
  const lines = [
    hurts.blockingRules > 0 &&
      count(hurts.blockingRules, 'rule blocks', 'rules block'),
    hurts.refusedResults > 0 &&
      `${count(hurts.refusedResults, 'result')} refused in 30 days`,
  ].filter(line => line !== false);
  if (lines.length === 0) {
    return <span className={classes.quiet}>Nothing recorded</span>;
  }
  return (
    <>
      {lines.map(line => (
        <div key={line}>
          <Link to={complianceLink(entityRef)}>{line}</Link>
        </div>
      ))}
    </>
  );
}
