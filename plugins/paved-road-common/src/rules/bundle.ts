import { z } from 'zod';

/** @public */
export const packSummarySchema = z.object({
  id: z.string(),
  title: z.string(),
  owner: z.string().optional(),
  version: z.string().optional(),
  proposeChanges: z.string().optional(),
  ruleCount: z.number().int(),
  brokenCount: z.number().int(),
  withoutRationaleCount: z.number().int(),
});

/** @public */
export type PackSummary = z.infer<typeof packSummarySchema>;

/** @public */
export const engineInfoSchema = z.object({
  name: z.string(),
  version: z.string(),
});

/** @public */
export type EngineInfo = z.infer<typeof engineInfoSchema>;

/**
 * All rules in force at one moment.
 *
 * @public
 */
export const bundleSummarySchema = z.object({
  /** SHA-256 over the rule sources and their enforcement, `sha256:<hex>`. */
  digest: z.string(),
  engine: engineInfoSchema,
  packs: z.array(packSummarySchema),
  environments: z.array(z.string()),
  /** The environment whose enforcement the services' status shows. */
  defaultEnvironment: z.string(),
  /** Packs that could not be loaded at all, with the reason. */
  problems: z.array(z.object({ pack: z.string(), message: z.string() })),
});

/** @public */
export type BundleSummary = z.infer<typeof bundleSummarySchema>;
