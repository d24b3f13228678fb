import Typography from '@material-ui/core/Typography';
import { GoldenPath } from '@paved-road/backstage-plugin-paved-road-common';
import { Disclosure } from '../../shared/Disclosure';
import { count } from '../../shared/words';
import { ChangeList } from '../ChangeList';

/** What the newest version brought, and the ones before it on request. */
export function GoldenPathChanges(props: {
  path: Pick<GoldenPath, 'title' | 'changes'>;
}) {
  const { title, changes } = props.path;
  if (changes.length === 0) {
    return <Typography variant="body2">Its template doesn’t say.</Typography>;
  }
  const earlier = changes.slice(1);
  return (
    <>
      <ChangeList
        label={`Newest version of ${title}`}
        changes={changes.slice(0, 1)}
      />
      {earlier.length > 0 && (
        <Disclosure label={count(earlier.length, 'earlier version')}>
          {() => (
            <ChangeList
              label={`Earlier versions of ${title}`}
              changes={earlier}
            />
          )}
        </Disclosure>
      )}
    </>
  );
}
