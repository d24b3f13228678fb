import { GoldenPath } from '@paved-road/backstage-plugin-paved-road-common';
import { Disclosure } from '../../shared/Disclosure';
import { count } from '../../shared/words';
import { ChangeList } from '../ChangeList';

/** What the newest version brought, and the ones before it on request. */
export function GoldenPathChanges(
  props: Pick<GoldenPath, 'title' | 'changes'>,
) {
  const { title, changes } = props;
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
