import { z } from 'zod';
import { pipelineProviderSchema } from './settings';

/**
 * What has to hold so that the platform's pipeline is the only way to production.
 *
 * @public
 */
export const channelItemCodeSchema = z.enum([
  /** The repository could be read. */
  'repository',
  /** The wiring is that of this service and not another one's. */
  'own-pipeline',
  /** The caller workflow is there. */
  'workflow-present',
  /** It calls a version that is allowed. */
  'workflow-pinned',
  /** It says nothing but what the platform wrote. */
  'workflow-unchanged',
  /** The pipeline's product is provisioned, and works. */
  'pipeline-provisioned',
  /** The platform's files are the platform's. */
  'code-owners',
  /** Nobody pushes to the default branch. */
  'branch-protected',
  /** A merge waits for the platform's check. */
  'check-required',
  /** A merge waits for the code owners. */
  'code-owner-reviews',
  /** Administrators are held too, and nobody rewrites or removes the branch. */
  'no-bypass',
]);

/** @public */
export type ChannelItemCode = z.infer<typeof channelItemCodeSchema>;

/**
 * One thing that has to hold, and whether it does. `unknown` is what couldn't be
 * looked at, and never counts as holding.
 *
 * @public
 */
export const channelItemSchema = z.object({
  code: channelItemCodeSchema,
  verdict: z.enum(['pass', 'fail', 'unknown']),
  /** What was found, in words. */
  message: z.string(),
  /** How it is mended, where it doesn't hold. */
  fix: z.string().optional(),
  /** Where what was found can be seen. */
  url: z.string().optional(),
});

/** @public */
export type ChannelItem = z.infer<typeof channelItemSchema>;

/**
 * `on-road`: everything holds. `drifting`: it is wired, and something doesn't hold.
 * `off-road`: it is not wired. `unknown`: nobody could look.
 *
 * @public
 */
export const channelStateSchema = z.enum([
  'on-road',
  'drifting',
  'off-road',
  'unknown',
]);

/** @public */
export type ChannelState = z.infer<typeof channelStateSchema>;

/**
 * Whether a service's way to production is the platform's.
 *
 * @public
 */
export const serviceChannelSchema = z.object({
  entityRef: z.string(),
  state: channelStateSchema,
  /** Absent where it is not wired. */
  provider: pipelineProviderSchema.optional(),
  /** Where the repository is seen; as the catalog knows it, not as it says itself. */
  repositoryUrl: z.string().optional(),
  /** When it was looked at; absent before the first time. */
  checkedAt: z.string().optional(),
  /** Since when the state is what it is. */
  since: z.string().optional(),
  /** Worst first. */
  items: z.array(channelItemSchema),
});

/** @public */
export type ServiceChannel = z.infer<typeof serviceChannelSchema>;
