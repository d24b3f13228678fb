import HistoryIcon from '@material-ui/icons/History';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { Link } from '@backstage/core-components';
import { useApi } from '@backstage/core-plugin-api';
import { CheckDetail } from '@paved-road/backstage-plugin-paved-road-common';
import { pavedRoadApiRef } from '../../api';
import { entityPathOf } from '../../shared/entityRefs';
import { Facts } from '../../shared/Facts';
import { Loading } from '../../shared/Loading';
import { Notice } from '../../shared/Notice';
import { RelativeTime } from '../../shared/RelativeTime';
import { RequestFailure } from '../../shared/RequestFailure';
import { VerdictChip } from '../../shared/verdict';
import { useComplianceLink } from '../../shared/ServiceLink';
import { statusSentence } from '../sentences';
import { CheckAsker } from './CheckAsker';
import { DocumentsTable } from './DocumentsTable';
import { ResultGroups } from './ResultGroups';

/** One check of a service as it was. */
export function PastCheck(props: { entityRef: string; checkId: string }) {
  const { entityRef, checkId } = props;
  const api = useApi(pavedRoadApiRef);
  const complianceLink = useComplianceLink();
  const check = useAsyncRetry(
    () => api.getCheck({ ...entityPathOf(entityRef), checkId }),
    [api, entityRef, checkId],
  );
  const back = (
    <Link to={complianceLink(entityRef)}>See the service as it is now</Link>
  );
  if (check.error) {
    return (
      <>
        <RequestFailure
          error={check.error}
          what="this check"
          ask="the owners of the service"
          level={2}
          onRetry={check.retry}
        />
        {back}
      </>
    );
  }
  if (!check.value) {
    return <Loading label="Loading the check" rows={4} rowHeight={120} />;
  }
  return (
    <>
      <Notice
        icon={HistoryIcon}
        tone="info"
        title="A check as it was"
        level={2}
        actions={back}
      >
        <CheckFacts check={check.value} />
      </Notice>
      <ResultGroups
        results={check.value.results}
        documents={check.value.documents}
      />
      <DocumentsTable documents={check.value.documents} />
    </>
  );
}

function CheckFacts(props: { check: CheckDetail }) {
  const { check } = props;
  return (
    <Facts
      facts={[
        {
          name: 'Verdict',
          value: check.verdict && (
            <>
              <VerdictChip kind={check.verdict} />{' '}
              {check.counts &&
                statusSentence({
                  verdict: check.verdict,
                  counts: check.counts,
                })}
            </>
          ),
        },
        { name: 'Why it did not finish', value: check.error },
        {
          name: check.finishedAt ? 'Finished' : 'Asked for',
          value: <RelativeTime value={check.finishedAt ?? check.requestedAt} />,
        },
        { name: 'Asked for by', value: <CheckAsker check={check} /> },
        {
          name: 'Rules',
          value: check.bundleDigest && <code>{check.bundleDigest}</code>,
        },
        { name: 'Engine', value: check.engineVersion },
      ]}
    />
  );
}
