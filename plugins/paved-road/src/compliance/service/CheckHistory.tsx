import { useCallback } from 'react';
import Button from '@material-ui/core/Button';
import Paper from '@material-ui/core/Paper';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableContainer from '@material-ui/core/TableContainer';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import { Link } from '@backstage/core-components';
import { useApi } from '@backstage/core-plugin-api';
import { CheckSummary } from '@paved-road/backstage-plugin-paved-road-common';
import { pavedRoadApiRef } from '../../api';
import { entityPathOf } from '../../shared/entityRefs';
import { Loading } from '../../shared/Loading';
import { RelativeTime } from '../../shared/RelativeTime';
import { RequestFailure } from '../../shared/RequestFailure';
import { Section } from '../../shared/Section';
import { usePages } from '../../shared/usePages';
import { pathWithParams } from '../../shared/useUrlParams';
import { VerdictChip } from '../../shared/verdict';
import { failureCounts } from '../sentences';
import { partId } from './partId';
import { CheckAsker } from './CheckAsker';

/** All checks of a service, newest first; each can be opened as it was. */
export function CheckHistory(props: { entityRef: string }) {
  const { entityRef } = props;
  const api = useApi(pavedRoadApiRef);
  const load = useCallback(
    (cursor: string | undefined) =>
      api.listChecks(entityPathOf(entityRef), { cursor, limit: 10 }),
    [api, entityRef],
  );
  const { items, hasMore, loading, error, more } = usePages(load);
  return (
    <Section level={3} id={partId('history')} title="History">
      {items.length > 0 && <ChecksTable checks={items} />}
      {items.length === 0 && !loading && !error && (
        <Typography>This service has not been checked yet.</Typography>
      )}
      {error && (
        <RequestFailure
          error={error}
          what="the history"
          ask="the owners of the service"
          level={4}
          onRetry={more}
        />
      )}
      {loading && items.length === 0 && <Loading label="Loading the history" />}
      {hasMore && !error && (
        <Button disabled={loading} onClick={more}>
          Show older checks
        </Button>
      )}
    </Section>
  );
}

function ChecksTable(props: { checks: CheckSummary[] }) {
  return (
    <TableContainer component={Paper} variant="outlined">
      <Table size="small" aria-label="Checks">
        <TableHead>
          <TableRow>
            <TableCell scope="col">Check</TableCell>
            <TableCell scope="col">Verdict</TableCell>
            <TableCell scope="col">Failures</TableCell>
            <TableCell scope="col">Asked for by</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {props.checks.map(check => (
            <TableRow key={check.id}>
              <TableCell>
                {check.state === 'finished' ? (
                  <Link to={pathWithParams('', { check: check.id })}>
                    <RelativeTime
                      value={check.finishedAt ?? check.requestedAt}
                    />
                  </Link>
                ) : (
                  <RelativeTime value={check.finishedAt ?? check.requestedAt} />
                )}
              </TableCell>
              <TableCell>
                <CheckVerdict check={check} />
              </TableCell>
              <TableCell>
                {(check.counts && failureCounts(check.counts)) || '–'}
              </TableCell>
              <TableCell>
                <CheckAsker check={check} />
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}

function CheckVerdict(props: { check: CheckSummary }) {
  const { error, state, verdict } = props.check;
  switch (state) {
    case 'queued':
      return <>Waiting</>;
    case 'running':
      return <>Running</>;
    case 'failed':
      return <>Did not finish. {error}</>;
    default:
      return <VerdictChip kind={verdict ?? 'unknown'} />;
  }
}
