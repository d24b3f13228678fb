import { z } from 'zod';

/**
 * Who runs a service's pipeline: GitHub, with the platform's reusable workflow, or
 * a packaged product of Service Catalog, such as a CodeBuild project.
 *
 * @public
 */
export const pipelineProviderSchema = z.enum([
  'github-actions',
  'service-catalog',
]);

/** @public */
export type PipelineProvider = z.infer<typeof pipelineProviderSchema>;

/**
 * What the platform's channel to production consists of here, as configured.
 *
 * @public
 */
export const channelSettingsSchema = z.object({
  /** The status that a protected branch waits for. */
  requiredCheck: z.string(),
  /** Whose the platform's files are, as `CODEOWNERS` writes it: `@acme/platform`. */
  platformTeam: z.string(),
  /** Absent where the provider isn't offered. */
  githubActions: z
    .object({
      /** `owner/repository/.github/workflows/file.yml`. */
      workflow: z.string(),
      /** The versions that may be called, the one to take first. */
      refs: z.array(z.string()).min(1),
    })
    .optional(),
  /** Absent where the provider isn't offered. */
  serviceCatalog: z
    .object({
      /** The account's id in the configuration of the products. */
      account: z.string(),
      productId: z.string(),
      /** Values that are the same for all, such as the connection to the host. */
      parameters: z.record(z.string(), z.string()),
      /** Tags of each launch, such as those that a portfolio's tag options ask for. */
      tags: z.record(z.string(), z.string()),
    })
    .optional(),
});

/** @public */
export type ChannelSettings = z.infer<typeof channelSettingsSchema>;
