import { z } from 'zod';

const text = z.string();
const moment = z.iso.datetime();
const sha = z.string().regex(/^[0-9a-f]{40}$/);

const protectionSchema = z.object({
  branch: text,
  /** The checks that a change must have passed, by the name of their status. */
  requiredChecks: z.array(text),
  /** Whether a change must contain all of the branch before it is merged. */
  strict: z.boolean(),
  enforceAdmins: z.boolean(),
  linearHistory: z.boolean(),
  conversationResolution: z.boolean(),
  reviews: z
    .object({
      approvals: z.number(),
      codeOwners: z.boolean(),
      dismissStale: z.boolean(),
      lastPush: z.boolean(),
    })
    .optional(),
});

const statusSchema = z.object({
  id: z.number(),
  state: z.enum(['error', 'failure', 'pending', 'success']),
  context: text,
  description: text.optional(),
  targetUrl: text.optional(),
  createdAt: moment,
  creator: text,
});

const reviewSchema = z.object({
  by: text,
  state: z.enum(['APPROVED', 'CHANGES_REQUESTED']),
  /** The head that it is about. */
  sha,
  at: moment,
  body: text.optional(),
});

const pullSchema = z.object({
  number: z.number(),
  title: text,
  body: text.optional(),
  draft: z.boolean(),
  author: text,
  /** Branches of the same repository. */
  head: text,
  base: text,
  createdAt: moment,
  updatedAt: moment,
  /** Oldest first; those of before there were any have none. */
  reviews: z.array(reviewSchema).default([]),
  /** Where its branches were when it was closed; while it is open they move. */
  closed: z
    .object({
      at: moment,
      headSha: sha,
      baseSha: sha,
      /** The commit on the base that it became, unless it was only closed. */
      mergeSha: sha.optional(),
      by: text,
    })
    .optional(),
});

const settingsSchema = z.object({
  description: text.optional(),
  homepage: text.optional(),
  private: z.boolean(),
  topics: z.array(text),
  allowMergeCommit: z.boolean(),
  allowSquashMerge: z.boolean(),
});

/** What the forge knows of a repository that git does not. */
export const stateSchema = z.object({
  format: z.literal(1),
  settings: settingsSchema,
  protections: z.array(protectionSchema),
  pulls: z.array(pullSchema),
  /** By the commit that they are about, oldest first. */
  statuses: z.record(text, z.array(statusSchema)),
});

export type State = z.infer<typeof stateSchema>;
export type Settings = z.infer<typeof settingsSchema>;
export type Protection = z.infer<typeof protectionSchema>;
export type Status = z.infer<typeof statusSchema>;
export type Pull = z.infer<typeof pullSchema>;
export type Review = z.infer<typeof reviewSchema>;

/** What protects a branch; undefined where nothing does. */
export function protectionOf(
  state: State,
  branch: string,
): Protection | undefined {
  return state.protections.find(known => known.branch === branch);
}

/** What is true of a repository that nobody has said anything about. */
export const UNTOUCHED: State = {
  format: 1,
  settings: {
    private: false,
    topics: [],
    allowMergeCommit: true,
    allowSquashMerge: true,
  },
  protections: [],
  pulls: [],
  statuses: {},
};
