import Typography from '@material-ui/core/Typography';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { useApi } from '@backstage/core-plugin-api';
import { pavedRoadApiRef } from '../../api';
import { CodeView, plainLines } from '../../shared/code';
import { entityPathOf } from '../../shared/entityRefs';
import { Loading } from '../../shared/Loading';
import { RequestFailure } from '../../shared/RequestFailure';

/** The lines of a document around a finding, the finding's own marked. */
export function FindingExcerpt(props: {
  entityRef: string;
  document: string;
  line: number;
}) {
  const { entityRef, document, line } = props;
  const api = useApi(pavedRoadApiRef);
  const excerpt = useAsyncRetry(
    () => api.getExcerpt(entityPathOf(entityRef), { document, line }),
    [api, entityRef, document, line],
  );
  if (excerpt.error) {
    return (
      <RequestFailure
        error={excerpt.error}
        what={`the lines of ${document}`}
        ask="the owners of the service"
        level={4}
        onRetry={excerpt.retry}
      />
    );
  }
  if (!excerpt.value) {
    return <Loading label="Loading the lines" rows={1} rowHeight={160} />;
  }
  if (excerpt.value.changed) {
    return (
      <Typography variant="body2">
        The document has changed since this check, so its lines would mislead.
        Check again to see where the finding is now.
      </Typography>
    );
  }
  return (
    <CodeView
      label={`${document} around line ${line}`}
      lines={plainLines(excerpt.value.lines)}
      startLine={excerpt.value.startLine}
      markedLine={line}
    />
  );
}
