import { ActionContext } from '@backstage/plugin-scaffolder-node';
import { PipelineProvider } from '@paved-road/backstage-plugin-paved-road-common';

type Input = {
  repoUrl: string;
  provider?: PipelineProvider;
  service?: string;
  documents?: string | string[];
  branch?: string;
  catalogInfoPath?: string;
};

type Output = {
  provider: PipelineProvider;
  service: string;
  documents: string;
  files: string[];
  requiredCheck: string;
};

/** The task that the action runs in. */
export type WriteContext = ActionContext<Input, Output>;
