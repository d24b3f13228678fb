import { z } from 'zod';
import { channelStateSchema } from '../pipelines/channel/channel';

/**
 * What a version of a golden path brought.
 *
 * @public
 */
export const goldenPathChangeSchema = z.object({
  version: z.string().min(1).max(50),
  /** `2026-11-26` */
  date: z.iso.date(),
  summary: z.string().min(1).max(1000),
});

/** @public */
export type GoldenPathChange = z.infer<typeof goldenPathChangeSchema>;

/**
 * What a golden path's template says of itself, in `spec.goldenPath`.
 *
 * @public
 */
export const goldenPathSpecSchema = z.object({
  /** What one gets, a line each. */
  gives: z.array(z.string().min(1).max(300)).min(1).max(20),
  /** What it costs to leave it. */
  leaving: z.string().min(1).max(1000),
  /** Ids of the rules that what it makes is measured to satisfy. */
  rules: z.array(z.string().min(1).max(500)).max(1000).default([]),
  /** What each version brought, newest first. */
  changes: z.array(goldenPathChangeSchema).min(1).max(100),
});

/** @public */
export type GoldenPathSpec = z.infer<typeof goldenPathSpecSchema>;

/**
 * A software template that the platform stands behind.
 *
 * @public
 */
export const goldenPathSchema = z.object({
  /** The entity ref of the template. */
  ref: z.string(),
  title: z.string(),
  description: z.string().optional(),
  owner: z.string().optional(),
  tags: z.array(z.string()),
  version: z.string(),
  gives: z.array(z.string()),
  leaving: z.string().optional(),
  rules: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      /** False where no rule in force has this id. */
      inForce: z.boolean(),
    }),
  ),
  /** Newest first. */
  changes: z.array(goldenPathChangeSchema),
  /** How many services use it, by version, newest version first; of those the reader may see. */
  usage: z.object({
    services: z.number().int(),
    versions: z.array(
      z.object({ version: z.string(), services: z.number().int() }),
    ),
  }),
  /** What is wrong with what the template says of itself. */
  problem: z.string().optional(),
});

/** @public */
export type GoldenPath = z.infer<typeof goldenPathSchema>;

/**
 * Which golden path a service came from, and what has changed since.
 *
 * @public
 */
export const serviceGoldenPathSchema = z.object({
  entityRef: z.string(),
  /** Absent where the service came from none. */
  path: z
    .object({
      ref: z.string(),
      /** The template's; `ref` where it is there no more. */
      title: z.string(),
      /** The version that the service has, as its entity says. */
      version: z.string().optional(),
      /** The template's version; absent where it is there no more. */
      latest: z.string().optional(),
      /** What the versions since brought, newest first. */
      changes: z.array(goldenPathChangeSchema),
    })
    .optional(),
});

/** @public */
export type ServiceGoldenPath = z.infer<typeof serviceGoldenPathSchema>;

const stateCountsSchema = z.record(channelStateSchema, z.number().int());

/**
 * How far the paved road reaches; only of what the reader may see.
 *
 * @public
 */
export const adoptionSchema = z.object({
  asOf: z.string(),
  counts: stateCountsSchema,
  byTeam: z.array(z.object({ owner: z.string(), counts: stateCountsSchema })),
  /** `ref` is absent for the services that came from no golden path. */
  byPath: z.array(
    z.object({
      ref: z.string().optional(),
      title: z.string(),
      counts: stateCountsSchema,
    }),
  ),
  /** One point per day on which it was looked at, oldest first. */
  history: z.array(z.object({ date: z.string(), counts: stateCountsSchema })),
  /** Those that hurt most first; on-road ones last. */
  services: z.array(
    z.object({
      entityRef: z.string(),
      title: z.string().optional(),
      owner: z.string().optional(),
      state: channelStateSchema,
      since: z.string().optional(),
      goldenPath: z.string().optional(),
      version: z.string().optional(),
      /** What doesn't hold, in words. */
      broken: z.array(z.string()),
      /** How often something stopped or would have, in the last 30 days. */
      hurts: z.object({
        /** Rules that block in the source now. */
        blockingRules: z.number().int(),
        /** Results of pipelines that did not pass. */
        refusedResults: z.number().int(),
      }),
    }),
  ),
});

/** @public */
export type Adoption = z.infer<typeof adoptionSchema>;
