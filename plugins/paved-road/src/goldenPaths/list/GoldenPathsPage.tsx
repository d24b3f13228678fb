import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { Link } from '@backstage/core-components';
import { useApi, useRouteRef } from '@backstage/core-plugin-api';
import { pavedRoadApiRef } from '../../api';
import { adoptionRouteRef } from '../../routes';
import { Loading } from '../../shared/Loading';
import { PageBody } from '../../shared/PageBody';
import { RequestFailure } from '../../shared/RequestFailure';
import { Section } from '../../shared/Section';
import { useScrollToHash } from '../../shared/useScrollToHash';
import { count } from '../../shared/words';
import { CompareTable } from './CompareTable';
import { GoldenPathArticle } from './GoldenPathArticle';
import { NoGoldenPath } from './NoGoldenPath';

/** What is offered to begin with, to compare and to choose from. */
export function GoldenPathsPage() {
  const api = useApi(pavedRoadApiRef);
  const adoptionLink = useRouteRef(adoptionRouteRef);
  const list = useAsyncRetry(() => api.listGoldenPaths(), [api]);
  const items = list.value?.items;
  useScrollToHash(items !== undefined);

  const body = () => {
    if (list.error) {
      return (
        <RequestFailure
          error={list.error}
          what="the golden paths"
          onRetry={list.retry}
        />
      );
    }
    if (!items) {
      return (
        <Loading label="Loading the golden paths" rows={3} rowHeight={180} />
      );
    }
    return items.length === 0 ? (
      <NoGoldenPath />
    ) : (
      <>
        {items.length > 1 && <CompareTable paths={items} />}
        {items.map(path => (
          <GoldenPathArticle key={path.ref} path={path} />
        ))}
      </>
    );
  };

  return (
    <PageBody>
      <Section
        level={2}
        title={
          <span aria-live="polite">
            {items?.length
              ? count(items.length, 'golden path')
              : 'Golden paths'}
          </span>
        }
        actions={<Link to={adoptionLink()}>How far they reach</Link>}
      >
        {body()}
      </Section>
    </PageBody>
  );
}
