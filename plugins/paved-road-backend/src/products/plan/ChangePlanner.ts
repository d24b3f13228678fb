import { ChangePlan } from '@paved-road/backstage-plugin-paved-road-common';
import { SentParameter } from '../provisioned/ProductProvisioner';

/** A change of which AWS is to say what it would do. */
export interface PlannedChange {
  account: string;
  /** Of the provisioned product; absent for a launch. */
  name?: string;
  product: string;
  version: string;
  path?: string;
  parameters: SentParameter[];
  tags: { key: string; value: string }[];
}

/** Has AWS say what a change would do to single resources. */
export interface ChangePlanner {
  /** Where there is no plan, `problem` says why. Nothing of a plan is left behind. */
  plan(change: PlannedChange, signal?: AbortSignal): Promise<ChangePlan>;

  /** Whether a provisioned product of this name is nothing but a plan for a moment. */
  isPlan(provisionedName: string): boolean;

  /** Takes away plans that a crash has left behind. */
  removeLeftovers(account: string): Promise<void>;
}
