import { useCallback, useState } from 'react';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { useApi } from '@backstage/core-plugin-api';
import { ServiceCompliance } from '@paved-road/backstage-plugin-paved-road-common';
import { pavedRoadApiRef } from '../api';
import { entityPathOf } from '../shared/entityRefs';
import { Loading } from '../shared/Loading';
import { Section } from '../shared/Section';
import { usePages } from '../shared/usePages';
import { count } from '../shared/words';
import { Disagreements } from './Disagreements';
import { NoResults } from './NoResults';
import { NotPassed } from './NotPassed';
import { QuietFailure } from './QuietFailure';
import { ResultsTable } from './ResultsTable';
import { sortResults } from './sortResults';

/** As many as the backend gives at once, so that no environment is missed. */
const PAGE = 100;

/** What pipelines have found of a service, beside what its source says. */
export function PipelineResults(props: {
  entityRef: string;
  /** For links to this place. */
  id: string;
  /** Absent where the source has not been checked. */
  source?: ServiceCompliance;
}) {
  const { entityRef, source } = props;
  const api = useApi(pavedRoadApiRef);
  const load = useCallback(
    (cursor: string | undefined) =>
      api.listPipelineResults(entityPathOf(entityRef), { cursor, limit: PAGE }),
    [api, entityRef],
  );
  const { items, hasMore, loading, error, more } = usePages(load);
  const [showOlder, setShowOlder] = useState(false);
  const { newest, older } = sortResults(items);
  const hidden = !showOlder && older.length > 0;

  return (
    <Section level={3} id={props.id} title="Pipeline">
      {newest.length > 0 && (
        <>
          <Disagreements source={source} newest={newest} all={items} />
          <ResultsTable
            label="Newest results"
            results={newest}
            source={source?.status}
          />
          {newest
            .filter(({ verdict }) => verdict !== 'pass')
            .map(result => (
              <NotPassed key={result.id} result={result} source={source} />
            ))}
        </>
      )}
      {items.length === 0 && !loading && !error && (
        <NoResults entityRef={entityRef} />
      )}
      {loading && items.length === 0 && (
        <Loading label="Loading what pipelines have found" />
      )}
      {showOlder && older.length > 0 && (
        <ResultsTable label="Older results" results={older} />
      )}
      {error && <QuietFailure error={error} onRetry={more} />}
      {hasMore && (
        <Typography variant="body2" color="textSecondary">
          Only the newest {count(items.length, 'result')} have been looked at.
        </Typography>
      )}
      {(hidden || (hasMore && !error)) && (
        <Button
          disabled={loading}
          onClick={() => {
            setShowOlder(true);
            if (!hidden) {
              more();
            }
          }}
        >
          Show older results
        </Button>
      )}
    </Section>
  );
}
