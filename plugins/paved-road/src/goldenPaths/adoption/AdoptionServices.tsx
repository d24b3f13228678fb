import Typography from '@material-ui/core/Typography';
import FilterListIcon from '@material-ui/icons/FilterList';
import { Adoption } from '@paved-road/backstage-plugin-paved-road-common';
import { GrowingList } from '../../shared/GrowingList';
import { Notice } from '../../shared/Notice';
import { Section } from '../../shared/Section';
import { useUrlParams } from '../../shared/useUrlParams';
import { count } from '../../shared/words';
import { ADOPTION_SERVICES } from '../links';
import { AdoptionFilterPanel } from './AdoptionFilterPanel';
import {
  countStates,
  filterServices,
  readAdoptionFilters,
} from './adoptionFilters';
import { AdoptionTable } from './AdoptionTable';
import { StatePills } from './StatePills';

const SHOWN_AT_FIRST = 50;

/** The services, those that hurt most first, and why they are where they are. */
export function AdoptionServices(props: { adoption: Adoption }) {
  const { services, byPath } = props.adoption;
  const { params, change } = useUrlParams();
  const filters = readAdoptionFilters(params);
  const inAnyState = filterServices(services, { ...filters, state: [] });
  const shown = filterServices(inAnyState, filters);
  const titles = new Map(
    byPath.flatMap(({ ref, title }) => (ref ? [[ref, title]] : [])),
  );
  return (
    <Section
      level={3}
      id={ADOPTION_SERVICES}
      title={<span aria-live="polite">{count(shown.length, 'service')}</span>}
    >
      <StatePills counts={countStates(inAnyState)} filters={filters} />
      <AdoptionFilterPanel
        adoption={props.adoption}
        titles={titles}
        filters={filters}
        onChange={change}
      />
      {shown.length === 0 ? (
        <Notice
          icon={FilterListIcon}
          tone="quiet"
          level={4}
          title="No service matches"
        >
          <Typography>Take a filter away.</Typography>
        </Notice>
      ) : (
        <GrowingList
          key={params.toString()}
          items={shown}
          first={SHOWN_AT_FIRST}
          noun={['more service']}
        >
          {items => <AdoptionTable services={items} titles={titles} />}
        </GrowingList>
      )}
    </Section>
  );
}
