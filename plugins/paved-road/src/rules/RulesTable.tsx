import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableContainer from '@material-ui/core/TableContainer';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import Paper from '@material-ui/core/Paper';
import { makeStyles, Theme } from '@material-ui/core/styles';
import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { RuleSummary } from '@paved-road/backstage-plugin-paved-road-common';
import { ruleRouteRef } from '../routes';
import { ResourceType } from '../shared/ResourceType';
import { SeverityLabel } from '../shared/SeverityLabel';
import { toneColor } from '../shared/tone';
import { enforcementWords } from './enforcementWords';
import { GapMarks } from './GapMarks';
import { gapsOf } from './ruleGaps';

const SHOWN_TYPES = 2;

const useStyles = makeStyles(
  (theme: Theme) => ({
    cell: { verticalAlign: 'top' },
    id: {
      display: 'block',
      marginTop: theme.spacing(0.25),
      color: toneColor(theme, 'quiet'),
      fontSize: theme.typography.pxToRem(12),
      overflowWrap: 'anywhere',
    },
    marks: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0, 1.5),
      marginTop: theme.spacing(0.5),
    },
  }),
  { name: 'PavedRoadRulesTable' },
);

/** One page of rules. */
export function RulesTable(props: { rules: RuleSummary[]; now: number }) {
  const classes = useStyles();
  const ruleLink = useRouteRef(ruleRouteRef);
  return (
    <TableContainer component={Paper} variant="outlined">
      <Table size="small" aria-label="Rules">
        <TableHead>
          <TableRow>
            <TableCell scope="col">Rule</TableCell>
            <TableCell scope="col">Severity</TableCell>
            <TableCell scope="col">A failure</TableCell>
            <TableCell scope="col">Looks at</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {props.rules.map(rule => {
            // Rules that come from elsewhere, often most of a list, are without a
            // rationale; the filter and the rule itself say so.
            const gaps = gapsOf(rule, props.now).filter(
              gap => gap !== 'no-rationale',
            );
            const types = rule.resourceTypes;
            return (
              <TableRow key={rule.id} hover>
                <TableCell className={classes.cell}>
                  <Link to={ruleLink({ pack: rule.pack, name: rule.name })}>
                    {rule.title}
                  </Link>
                  <span className={classes.id}>
                    {rule.alias && `${rule.alias} · `}
                    {rule.id}
                  </span>
                  {gaps.length > 0 && (
                    <div className={classes.marks}>
                      <GapMarks gaps={gaps} />
                    </div>
                  )}
                </TableCell>
                <TableCell className={classes.cell}>
                  <SeverityLabel severity={rule.severity} />
                </TableCell>
                <TableCell className={classes.cell}>
                  {enforcementWords(rule.enforcement)}
                </TableCell>
                <TableCell className={classes.cell}>
                  {types.slice(0, SHOWN_TYPES).map(type => (
                    <div key={type}>
                      <ResourceType type={type} />
                    </div>
                  ))}
                  {types.length > SHOWN_TYPES && (
                    <div>and {types.length - SHOWN_TYPES} more</div>
                  )}
                  {types.length === 0 && 'Any resource'}
                </TableCell>
              </TableRow>
            );
          })}
        </TableBody>
      </Table>
    </TableContainer>
  );
}
