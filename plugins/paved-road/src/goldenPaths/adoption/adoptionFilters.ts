import {
  Adoption,
  ChannelState,
} from '@paved-road/backstage-plugin-paved-road-common';
import { channelStates } from '../../pipelines/channel/channelWords';
import { ParamChanges } from '../../shared/useUrlParams';
import { NONE } from '../links';

export type AdoptedService = Adoption['services'][number];

export type StateCounts = Record<ChannelState, number>;

/** What the list of services shows, as its address says it. */
export interface AdoptionFilters {
  state: ChannelState[];
  team: string[];
  path: string[];
  version: string[];
}

/** Reads an address; what is no filter there is left out. */
export function readAdoptionFilters(params: URLSearchParams): AdoptionFilters {
  const states = params.getAll('state');
  return {
    state: channelStates.filter(one => states.includes(one)),
    team: params.getAll('team'),
    path: params.getAll('path'),
    version: params.getAll('version'),
  };
}

/** The services that the filters leave, in the order that they came in. */
export function filterServices(
  services: AdoptedService[],
  filters: AdoptionFilters,
): AdoptedService[] {
  const admits = (values: readonly string[], value: string | undefined) =>
    values.length === 0 || values.includes(value ?? NONE);
  return services.filter(
    service =>
      admits(filters.state, service.state) &&
      admits(filters.team, service.owner) &&
      admits(filters.path, service.goldenPath) &&
      admits(filters.version, service.version),
  );
}

/** How many of the services are in each state. */
export function countStates(services: AdoptedService[]): StateCounts {
  const counts: StateCounts = {
    'off-road': 0,
    drifting: 0,
    unknown: 0,
    'on-road': 0,
  };
  for (const { state } of services) {
    counts[state] += 1;
  }
  return counts;
}

export function totalOf(counts: StateCounts): number {
  return channelStates.reduce((sum, state) => sum + counts[state], 0);
}

/** True where the list is narrowed in any way. */
export function hasAdoptionFilters(filters: AdoptionFilters): boolean {
  return Object.values(filters).some(values => values.length > 0);
}

/** Takes every filter away. */
export const NO_ADOPTION_FILTERS: ParamChanges = {
  state: undefined,
  team: undefined,
  path: undefined,
  version: undefined,
};
