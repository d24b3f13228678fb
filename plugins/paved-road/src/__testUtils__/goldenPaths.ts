import {
  Adoption,
  ChannelItem,
  ChannelState,
  GoldenPath,
  ServiceChannel,
} from '@paved-road/backstage-plugin-paved-road-common';
import { hoursAgo, PAYMENTS_API } from './examples';

export const LAMBDA_API = 'template:default/lambda-api';

export function goldenPath(some: Partial<GoldenPath> = {}): GoldenPath {
  return {
    ref: LAMBDA_API,
    title: 'Lambda API',
    description: 'An HTTP API with one table.',
    owner: 'group:default/platform',
    tags: ['aws'],
    version: '1.1.0',
    gives: ['An API with a table', 'Alarms on errors'],
    leaving: 'The code stays yours; its pipeline doesn’t.',
    rules: [
      {
        id: 'meridian/BUCKET_IS_ENCRYPTED',
        title: 'Buckets are encrypted',
        inForce: true,
      },
    ],
    changes: [
      { version: '1.1.0', date: '2026-11-25', summary: 'Comes wired.' },
      { version: '1.0.0', date: '2026-10-01', summary: 'The first version.' },
    ],
    usage: {
      services: 3,
      versions: [
        { version: '1.1.0', services: 2 },
        { version: '1.0.0', services: 1 },
      ],
    },
    ...some,
  };
}

export function channelItem(some: Partial<ChannelItem> = {}): ChannelItem {
  return {
    code: 'branch-protected',
    verdict: 'pass',
    message: 'Nobody pushes to main.',
    ...some,
  };
}

export function channel(some: Partial<ServiceChannel> = {}): ServiceChannel {
  return {
    entityRef: PAYMENTS_API,
    state: 'on-road',
    provider: 'github-actions',
    repositoryUrl: 'https://git.example.com/meridian/payments-api',
    checkedAt: hoursAgo(2),
    since: hoursAgo(80),
    items: [channelItem()],
    ...some,
  };
}

export function stateCounts(
  some: Partial<Record<ChannelState, number>> = {},
): Record<ChannelState, number> {
  return { 'on-road': 0, drifting: 0, 'off-road': 0, unknown: 0, ...some };
}

type AdoptedService = Adoption['services'][number];

export function adopted(
  name: string,
  state: ChannelState,
  some: Partial<AdoptedService> = {},
): AdoptedService {
  return {
    entityRef: `component:default/${name}`,
    state,
    owner: 'group:default/payments',
    broken: [],
    hurts: { blockingRules: 0, refusedResults: 0 },
    ...some,
  };
}

export function adoption(some: Partial<Adoption> = {}): Adoption {
  const services = some.services ?? [];
  const counts = stateCounts();
  services.forEach(({ state }) => {
    counts[state] += 1;
  });
  return {
    asOf: hoursAgo(1),
    counts,
    byTeam: [],
    byPath: [],
    history: [],
    ...some,
    services,
  };
}
