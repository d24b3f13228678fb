import { z } from 'zod';
import { entityPathSchema } from '../api/entityPath';
import { defineOperation } from '../api/operation';
import { pagingSchema } from '../api/query';
import {
  pipelineCommitSchema,
  pipelineDigestSchema,
  pipelineDocumentSchema,
  pipelineOutcomeSchema,
  pipelineResultSchema,
  pipelineResultSummarySchema,
  pipelineStageSchema,
} from './pipelineResult';
import { pipelineSarifSchema } from './sarif';

const resultsPath = '/services/:kind/:namespace/:name/pipeline-results';

const runPathSchema = entityPathSchema.extend({
  /** The pipeline's own name of the run, such as CodeBuild's build id. */
  runId: z
    .string()
    .regex(
      /^[A-Za-z0-9][A-Za-z0-9._:-]{0,199}$/,
      'must be up to 200 letters, digits, dots, colons, hyphens and underscores',
    ),
});

const timeSchema = z.iso.datetime({ offset: true });

/** @public */
export const putPipelineResult = defineOperation({
  id: 'putPipelineResult',
  method: 'PUT',
  path: `${resultsPath}/:runId`,
  summary:
    'Keep what a pipeline has found; the same again answers what is kept, and anything else in its place is a conflict',
  params: runPathSchema,
  body: z.object({
    commit: pipelineCommitSchema,
    /** One of the configured environments. */
    environment: z.string().min(1).max(500),
    stage: pipelineStageSchema,
    /** Over the documents: SHA-256 of the lines `path NUL digest LF`, sorted by path. */
    subjectDigest: pipelineDigestSchema,
    /** Of the bundle that was checked against. */
    bundleDigest: pipelineDigestSchema,
    documents: z
      .array(pipelineDocumentSchema)
      .max(100)
      .refine(
        all => new Set(all.map(({ path }) => path)).size === all.length,
        'name a document twice',
      ),
    sarif: pipelineSarifSchema,
    outcome: pipelineOutcomeSchema,
    /** Where a person sees the run. */
    url: z
      .url({ protocol: /^https?$/, error: 'must be an http or https address' })
      .max(2000)
      .optional(),
    startedAt: timeSchema.optional(),
    finishedAt: timeSchema.optional(),
  }),
  response: pipelineResultSchema,
});

/** @public */
export const listPipelineResults = defineOperation({
  id: 'listPipelineResults',
  method: 'GET',
  path: resultsPath,
  summary: 'What pipelines have found of one service, newest first',
  params: entityPathSchema,
  query: pagingSchema,
  response: z.object({
    items: z.array(pipelineResultSummarySchema),
    nextCursor: z.string().optional(),
  }),
});

/** @public */
export const getPipelineRun = defineOperation({
  id: 'getPipelineRun',
  method: 'GET',
  path: `${resultsPath}/:runId`,
  summary: 'All results of one run, newest first',
  params: runPathSchema,
  response: z.object({ items: z.array(pipelineResultSchema) }),
});
