import { useCallback } from 'react';
import Button from '@material-ui/core/Button';
import { useApi } from '@backstage/core-plugin-api';
import { pavedRoadApiRef } from '../api';
import { Disclosure } from '../shared/Disclosure';
import { entityPathOf } from '../shared/entityRefs';
import { Loading } from '../shared/Loading';
import { usePages } from '../shared/usePages';
import { QuietFailure } from './QuietFailure';
import { ResultsTable } from './ResultsTable';

const PAGE = 20;

/** Every result that pipelines have posted, loaded when somebody asks for it. */
export function AllResults(props: { entityRef: string }) {
  return (
    <Disclosure label="All results, newest first">
      {() => <Results entityRef={props.entityRef} />}
    </Disclosure>
  );
}

function Results(props: { entityRef: string }) {
  const { entityRef } = props;
  const api = useApi(pavedRoadApiRef);
  const load = useCallback(
    (cursor: string | undefined) =>
      api.listPipelineResults(entityPathOf(entityRef), { cursor, limit: PAGE }),
    [api, entityRef],
  );
  const { items, hasMore, loading, error, more } = usePages(load);
  return (
    <>
      {items.length > 0 && <ResultsTable label="All results" results={items} />}
      {loading && items.length === 0 && <Loading label="Loading all results" />}
      {error && <QuietFailure error={error} onRetry={more} />}
      {hasMore && !error && (
        <Button disabled={loading} onClick={more}>
          Show older results
        </Button>
      )}
    </>
  );
}
