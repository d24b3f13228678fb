import { useLocation } from 'react-router-dom';
import { channelStateIcons } from '../../pipelines/channel/channelIcons';
import {
  channelStates,
  channelStateShortWords,
} from '../../pipelines/channel/channelWords';
import { NumberPills } from '../../shared/NumberPills';
import { withChanges } from '../../shared/useUrlParams';
import { AdoptionFilters, StateCounts, totalOf } from './adoptionFilters';

/** How many of the chosen services stand where, each number leading to those. */
export function StatePills(props: {
  counts: StateCounts;
  filters: AdoptionFilters;
}) {
  const { counts, filters } = props;
  const { search } = useLocation();
  const to = (state: string | undefined) =>
    `?${withChanges(new URLSearchParams(search), { state })}`;
  return (
    <NumberPills
      label="Services by state"
      pills={[
        {
          name: 'All',
          value: totalOf(counts),
          to: to(undefined),
          current: filters.state.length === 0,
        },
        ...channelStates.map(state => {
          const Icon = channelStateIcons[state];
          return {
            name: channelStateShortWords[state],
            value: counts[state],
            icon: <Icon fontSize="small" aria-hidden />,
            to: to(state),
            current: filters.state.includes(state),
          };
        }),
      ]}
    />
  );
}
