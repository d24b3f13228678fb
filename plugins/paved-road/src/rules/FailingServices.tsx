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
import { useApi } from '@backstage/core-plugin-api';
import { pavedRoadApiRef } from '../api';
import { Loading } from '../shared/Loading';
import { OwnerLink } from '../shared/OwnerLink';
import { RelativeTime } from '../shared/RelativeTime';
import { RequestFailure } from '../shared/RequestFailure';
import { Section } from '../shared/Section';
import { ServiceLink } from '../shared/ServiceLink';
import { usePages } from '../shared/usePages';
import { count } from '../shared/words';

/** The services that fail a rule, among those that the reader may see. */
export function FailingServices(props: { pack: string; name: string }) {
  const { pack, name } = props;
  const api = useApi(pavedRoadApiRef);
  const load = useCallback(
    (cursor: string | undefined) =>
      api.listRuleServices({ pack, name }, { cursor }),
    [api, pack, name],
  );
  const { items, lastPage, hasMore, loading, error, more } = usePages(load);
  const total = lastPage?.totalItems;
  return (
    <Section
      level={3}
      title={
        total
          ? `${count(total, 'service fails it', 'services fail it')}`
          : 'Services that fail it'
      }
    >
      {total === 0 && (
        <Typography>
          No service that you may see fails this rule now.
        </Typography>
      )}
      {items.length > 0 && (
        <TableContainer component={Paper} variant="outlined">
          <Table size="small" aria-label="Services that fail the rule">
            <TableHead>
              <TableRow>
                <TableCell scope="col">Service</TableCell>
                <TableCell scope="col">Owner</TableCell>
                <TableCell scope="col">Findings</TableCell>
                <TableCell scope="col">Checked</TableCell>
              </TableRow>
            </TableHead>
            <TableBody>
              {items.map(service => (
                <TableRow key={service.entityRef}>
                  <TableCell>
                    <ServiceLink {...service} />
                  </TableCell>
                  <TableCell>
                    {service.owner ? (
                      <OwnerLink entityRef={service.owner} />
                    ) : (
                      'Nobody'
                    )}
                  </TableCell>
                  <TableCell>{service.findingCount}</TableCell>
                  <TableCell>
                    <RelativeTime value={service.checkedAt} />
                  </TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </TableContainer>
      )}
      {error && (
        <RequestFailure
          error={error}
          what="the services that fail the rule"
          level={4}
          onRetry={more}
        />
      )}
      {loading && <Loading label="Loading the services" rows={2} />}
      {hasMore && !loading && !error && (
        <Button variant="outlined" onClick={more}>
          Show more services
        </Button>
      )}
    </Section>
  );
}
