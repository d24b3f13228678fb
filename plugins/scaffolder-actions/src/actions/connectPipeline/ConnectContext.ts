import { ActionContext } from '@backstage/plugin-scaffolder-node';
import {
  ChannelSettings,
  PipelineProvider,
} from '@paved-road/backstage-plugin-paved-road-common';
import { OfferedProvider, Repository } from '../../pipeline';

type Input = {
  repoUrl: string;
  service: string;
  documents: string | string[];
  provider?: PipelineProvider;
  owner?: string;
  branch?: string;
  token?: string;
};

type Output = {
  provider: PipelineProvider;
  set: string[];
  link: string;
  requiredCheck: string;
};

/** The task that the action runs in. */
export type ConnectContext = ActionContext<Input, Output>;

/** What is wired to what, after everything that was given is known to be usable. */
export interface Wiring {
  repository: Repository;
  branch: string;
  /** Entity ref. */
  service: string;
  documents: string;
  /** Entity ref or name of the team; the service's owner where absent. */
  owner?: string;
  offered: OfferedProvider;
  settings: ChannelSettings;
}
