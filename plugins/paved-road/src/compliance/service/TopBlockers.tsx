import { makeStyles, Theme } from '@material-ui/core/styles';
import { Link } from '@backstage/core-components';
import { ServiceRuleResult } from '@paved-road/backstage-plugin-paved-road-common';
import { SeverityLabel } from '../../shared/SeverityLabel';
import { useComplianceLink } from '../../shared/ServiceLink';
import { count } from '../../shared/words';
import { RuleLink } from '../RuleLink';
import { groupResults } from './groupResults';

const SHOWN = 3;

const useStyles = makeStyles(
  (theme: Theme) => ({
    list: {
      margin: theme.spacing(1, 0, 0),
      padding: 0,
      listStyle: 'none',
    },
    rule: {
      display: 'grid',
      gridTemplateColumns: '90px minmax(0, 1fr)',
      alignItems: 'start',
      columnGap: theme.spacing(1),
      padding: theme.spacing(0.25, 0),
      overflowWrap: 'anywhere',
    },
  }),
  { name: 'PavedRoadTopBlockers' },
);

/** The rules that block a service, the worst few of them by name. */
export function TopBlockers(props: {
  results: ServiceRuleResult[];
  entityRef: string;
}) {
  const classes = useStyles();
  const complianceLink = useComplianceLink();
  const blocking =
    groupResults(props.results).find(({ kind }) => kind === 'blocks')
      ?.results ?? [];
  if (blocking.length === 0) {
    return null;
  }
  return (
    <ul className={classes.list} aria-label="Fix first">
      {blocking.slice(0, SHOWN).map(result => (
        <li key={result.rule} className={classes.rule}>
          <SeverityLabel severity={result.severity} />
          <RuleLink rule={result.rule}>{result.title}</RuleLink>
        </li>
      ))}
      {blocking.length > SHOWN && (
        <li>
          <Link to={complianceLink(props.entityRef)}>
            {count(
              blocking.length - SHOWN,
              'more rule blocks',
              'more rules block',
            )}
          </Link>
        </li>
      )}
    </ul>
  );
}
