import {
  Adoption,
  ChannelState,
  ServiceChannel,
} from '@paved-road/backstage-plugin-paved-road-common';
import { PathClaim } from '../pathClaim';
import { PathTemplate } from '../pathTemplate';
import { historyOf, noStates, StateCounts, StatePast } from './history';

/** A service with all that its adoption is told by. */
export interface AdoptingService {
  entityRef: string;
  title?: string;
  owner?: string;
  channel: ServiceChannel;
  changes: StatePast['changes'];
  claim?: PathClaim;
  blockingRules: number;
  refusedResults: number;
}

type Row = Adoption['services'][number];

/** What is not on the road comes before what nobody knows. */
const RANKS: Record<ChannelState, number> = {
  'off-road': 0,
  drifting: 0,
  unknown: 1,
  'on-road': 2,
};

/** How far the paved road reaches among the services given. */
export function adoptionView(
  services: AdoptingService[],
  templates: PathTemplate[],
  asOf: string,
): Adoption {
  const titles = new Map(templates.map(({ ref, title }) => [ref, title]));
  const rows = services.map(service => toRow(service, titles));
  return {
    asOf,
    counts: countStates(rows),
    byTeam: groupsOf(rows, ({ owner = '' }) => owner)
      .map(([owner, own]) => ({ owner, counts: countStates(own) }))
      .sort((a, b) => a.owner.localeCompare(b.owner, 'en')),
    byPath: groupsOf(rows, ({ goldenPath }) => goldenPath)
      .map(([ref, own]) => ({
        ref,
        title: titles.get(ref ?? '') ?? 'No golden path',
        counts: countStates(own),
      }))
      // Those that came from none come last.
      .sort(
        (a, b) =>
          Number(a.ref === undefined) - Number(b.ref === undefined) ||
          a.title.localeCompare(b.title, 'en'),
      ),
    history: historyOf(
      services.map(({ changes, channel }) => ({
        changes,
        lookedAt: channel.checkedAt,
      })),
    ),
    services: rows.sort(byHurt),
  };
}

function toRow(service: AdoptingService, titles: Map<string, string>): Row {
  const { channel, claim, entityRef, owner, title } = service;
  // Whoever writes an entity's file may claim a path that there isn't.
  const path = claim && titles.has(claim.ref) ? claim : undefined;
  return {
    entityRef,
    title,
    owner,
    state: channel.state,
    since: channel.since,
    goldenPath: path?.ref,
    version: path?.version,
    broken: channel.items
      .filter(({ verdict }) => verdict === 'fail')
      .map(({ message }) => message),
    hurts: {
      blockingRules: service.blockingRules,
      refusedResults: service.refusedResults,
    },
  };
}

function byHurt(a: Row, b: Row): number {
  const hurt = ({ hurts }: Row) => hurts.blockingRules + hurts.refusedResults;
  return (
    RANKS[a.state] - RANKS[b.state] ||
    hurt(b) - hurt(a) ||
    (a.entityRef < b.entityRef ? -1 : 1)
  );
}

function countStates(rows: Row[]): StateCounts {
  const counts = noStates();
  for (const { state } of rows) {
    counts[state] += 1;
  }
  return counts;
}

function groupsOf<K>(rows: Row[], keyOf: (row: Row) => K): [K, Row[]][] {
  const groups = new Map<K, Row[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row)) ?? [];
    group.push(row);
    groups.set(keyOf(row), group);
  }
  return [...groups];
}
