import { ActionContext } from '@backstage/plugin-scaffolder-node';
import { OverallVerdict } from '@paved-road/backstage-plugin-paved-road-common';
import { Counts } from './countResults';

type Input = {
  documents: string | string[];
  environment?: string;
  packs?: string[];
  onFailure?: 'fail' | 'warn';
};

type Output = {
  verdict: OverallVerdict;
  bundleDigest: string;
  counts: Counts;
  blocking: string[];
  documents: { path: string; digest: string; verdict: OverallVerdict }[];
};

/** The task that the action runs in. */
export type PolicyCheckContext = ActionContext<Input, Output>;
