import { platformCodeOwners } from '@paved-road/backstage-plugin-paved-road-common';
import {
  ChannelFacts,
  ChannelFinding,
  Protection,
  RepositoryFacts,
} from '../facts';
import { TEAM, workflowOf } from './repositories';

export const LEDGER = 'component:default/ledger';

export const known = <T>(value: T) => ({ known: true as const, value });
export const unknown = { known: false as const, problem: 'It is dark.' };

export const protection: Protection = {
  pullRequests: true,
  codeOwnerReviews: true,
  approvals: 1,
  dismissesStale: true,
  checks: ['paved-road / verdict'],
  administrators: true,
  forcePushes: false,
  deletions: false,
  bypass: [],
};

export function repository(
  change: Partial<RepositoryFacts> = {},
): RepositoryFacts {
  return {
    fullName: 'meridian/ledger',
    defaultBranch: 'main',
    workflow: known(Buffer.from(workflowOf('ledger'))),
    hold: {
      codeOwners: known({ path: 'CODEOWNERS', text: platformCodeOwners(TEAM) }),
      protection: known(protection),
    },
    ...change,
  };
}

export const facts = (change: Partial<ChannelFacts> = {}): ChannelFacts => ({
  entityRef: LEDGER,
  place: known({
    host: 'github.com',
    owner: 'meridian',
    name: 'ledger',
    url: 'https://github.com/meridian/ledger',
  }),
  repository: known(repository()),
  ...change,
});

export const withWorkflow = (text: string | Buffer | undefined) =>
  known(
    repository({
      workflow: known(text === undefined ? undefined : Buffer.from(text)),
    }),
  );

export const troubles = ({ items, provider, state }: ChannelFinding) => [
  state,
  provider,
  ...items
    .filter(({ verdict }) => verdict !== 'pass')
    .map(({ code, verdict }) => `${code} ${verdict}`),
];
