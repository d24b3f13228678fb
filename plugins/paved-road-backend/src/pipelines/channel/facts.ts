import {
  ChannelItem,
  ProvisionedProductStatus,
  ServiceChannel,
} from '@paved-road/backstage-plugin-paved-road-common';

/** What was looked at, or why nobody could, in words. */
export type Look<T> =
  | { known: true; value: T }
  | { known: false; problem: string };

/** A repository on GitHub, by where the catalog has an entity from. */
export interface RepositoryPlace {
  /** Of the integration. */
  host: string;
  owner: string;
  name: string;
  /** Where a person sees it. */
  url: string;
}

/** What protects a branch, as far as it matters here. */
export interface Protection {
  /** Whether changes come by pull request only. */
  pullRequests: boolean;
  codeOwnerReviews: boolean;
  /** How many have to approve. */
  approvals: number;
  /** Whether an approval ends with the next push. */
  dismissesStale: boolean;
  /** The checks that a merge waits for. */
  checks: string[];
  administrators: boolean;
  forcePushes: boolean;
  deletions: boolean;
  /** Who needs no pull request. */
  bypass: string[];
}

/** What says whose the files are. */
export interface CodeOwnersFile {
  path: string;
  text: string;
}

/** What a repository has on its default branch. */
export interface RepositoryFacts {
  /** As the host calls it now, which may be after it was renamed. */
  fullName: string;
  defaultBranch: string;
  /** The caller workflow's bytes; undefined where there is none. */
  workflow: Look<Buffer | undefined>;
  /** Looked at only where there is a wiring to be held. */
  hold?: {
    codeOwners: Look<CodeOwnersFile | undefined>;
    /** Undefined where nothing protects the default branch. */
    protection: Look<Protection | undefined>;
  };
}

/** A provisioned product of the channel's product in the channel's account. */
export interface PipelineProduct {
  name: string;
  /** Whose it is. */
  entityRef?: string;
  /** Whether the portal has launched it, so that it is known whose it is. */
  fromPortal: boolean;
  status: ProvisionedProductStatus;
}

/** All that a service's wiring is judged by. */
export interface ChannelFacts {
  entityRef: string;
  /** The annotation that names a pipeline; anybody who may write the entity's file may write it. */
  claim?: string;
  place: Look<RepositoryPlace>;
  /** Unknown where the place is. */
  repository: Look<RepositoryFacts>;
  /** Of all services; absent where the channel offers no product. */
  pipelines?: Look<PipelineProduct[]>;
}

/** What a look at a service's wiring has found. */
export type ChannelFinding = Pick<
  ServiceChannel,
  'state' | 'provider' | 'repositoryUrl'
> & { items: ChannelItem[] };
