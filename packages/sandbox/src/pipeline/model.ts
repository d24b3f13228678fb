import { z } from 'zod';

const text = z.string();
const moment = z.iso.datetime();

/** `stopped`: a rule or the build says no. `error`: nobody knows, which is as far from yes. */
export const stateSchema = z.enum([
  'queued',
  'running',
  'passed',
  'stopped',
  'error',
  'superseded',
]);

export type RunState = z.infer<typeof stateSchema>;

export const stepNames = ['build', 'verdict', 'deploy'] as const;
export type StepName = (typeof stepNames)[number];

const stepSchema = z.object({
  name: z.enum(stepNames),
  state: z.enum(['waiting', 'running', 'passed', 'failed', 'skipped']),
  startedAt: moment.optional(),
  finishedAt: moment.optional(),
});

export type Step = z.infer<typeof stepSchema>;

const findingSchema = z.object({
  rule: text,
  title: text.optional(),
  document: text,
  message: text,
  resource: text.optional(),
  place: text.optional(),
  /** Why the rule is there, in one sentence. */
  why: text.optional(),
  remediation: text.optional(),
});

/** Why a rule stops a run, where it was found, and how to comply. */
export type RunFinding = z.infer<typeof findingSchema>;

const documentSchema = z.object({
  path: text,
  digest: text,
  format: text,
});

export type RunDocument = z.infer<typeof documentSchema>;

const wiringSchema = z.object({
  provider: z.enum(['github-actions', 'service-catalog']),
  /** The entity ref. */
  service: text,
  documents: z.array(text),
});

/** What a pipeline is told of a repository. */
export type Wiring = z.infer<typeof wiringSchema>;

export const runSchema = z.object({
  id: text,
  number: z.number(),
  event: z.enum(['push', 'pull-request']),
  sha: text,
  branch: text,
  pull: z.number().optional(),
  wiring: wiringSchema,
  state: stateSchema,
  /** Why it is not what one hoped for, in words. */
  reason: text.optional(),
  steps: z.array(stepSchema),
  findings: z.array(findingSchema),
  documents: z.array(documentSchema),
  createdAt: moment,
  startedAt: moment.optional(),
  finishedAt: moment.optional(),
  /** The run that it takes up again, and why: each is taken up by itself only once. */
  again: z
    .object({ id: text, because: z.enum(['interrupted', 'asked']) })
    .optional(),
});

export type Run = z.infer<typeof runSchema>;

export const isOver = ({ state }: Run) =>
  state !== 'queued' && state !== 'running';

export const runsSchema = z.object({
  format: z.literal(1),
  runs: z.array(runSchema),
});
