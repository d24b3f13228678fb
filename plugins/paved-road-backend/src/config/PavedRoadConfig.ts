import { SchedulerServiceTaskScheduleDefinition } from '@backstage/backend-plugin-api';
import { HumanDuration } from '@backstage/types';
import { ChannelSettings } from '@paved-road/backstage-plugin-paved-road-common';
import { Environment } from '@paved-road/backstage-plugin-paved-road-node';

/** Where a pack comes from. */
export type PackSource =
  | { type: 'control-tower'; target: string }
  | {
      type: 'directory';
      /** As configured. */
      target: string;
      /** Absolute. */
      directory: string;
      viewUrl?: string;
      editUrl?: string;
    }
  | { type: 'url'; target: string; viewUrl?: string; editUrl?: string };

/** An account and region that products are launched in. */
export interface ProductAccountConfig {
  /** By which the API knows it. */
  id: string;
  title: string;
  accountId: string;
  region: string;
  /** One of the environments. */
  environment: string;
}

/** Where products are launched. */
export interface ProductsConfig {
  accounts: ProductAccountConfig[];
  /** How long an answer of AWS is good enough, in milliseconds. */
  cacheMs: number;
}

/** A pipeline that may post results. */
export interface PipelineConfig {
  /** By which results name it. */
  id: string;
  title: string;
  /**
   * Of the credentials that Backstage has verified, `external:…`; may hold
   * `{repository}` and a star.
   */
  subject: string;
  /** Where the repository in the subject is; there where the subject has one. */
  host?: string;
  /** Entity refs that it may speak for, `*` standing for any part of a name. */
  services: string[];
}

/** The platform's channel to production. */
export interface ChannelConfig {
  settings: ChannelSettings;
  /** When the services' wiring is looked at. */
  schedule: SchedulerServiceTaskScheduleDefinition;
}

/** What is read of `pavedRoad` in the configuration, with its defaults. */
export interface PavedRoadConfig {
  packs: PackSource[];
  /** How often the packs are read anew, by each replica for itself. */
  packRefresh: HumanDuration;
  environments: Environment[];
  /** One of `environments`. */
  defaultEnvironment: string;
  /** How long a check's verdicts hold, in milliseconds. */
  freshnessMs: number;
  /** When services are looked for and checked. */
  schedule: SchedulerServiceTaskScheduleDefinition;
  limits: {
    /** Of one document, in bytes. */
    maxDocumentBytes: number;
    /** Of one service. */
    maxDocuments: number;
    /** Of the body of `POST /check`, in bytes. */
    maxRequestBytes: number;
    /** Calls of `POST /check`, and results of pipelines, that are worked on at once. */
    maxConcurrentRequests: number;
  };
  engine: {
    /** Path of a `cfn-guard` binary; the npm package's own where absent. */
    binary?: string;
    processes?: number;
    timeoutMs?: number;
  };
  products: ProductsConfig;
  pipelines: PipelineConfig[];
  /** Absent where there is none. */
  channel?: ChannelConfig;
}
