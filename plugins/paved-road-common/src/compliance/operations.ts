import { z } from 'zod';
import { entityPathSchema } from '../api/entityPath';
import { defineOperation } from '../api/operation';
import { flagSchema, pagingSchema, severalOf } from '../api/query';
import { checkReportSchema } from './report';
import {
  checkDetailSchema,
  checkSummarySchema,
  excerptSchema,
  serviceComplianceSchema,
  serviceStatusSchema,
} from './service';
import { overallVerdictSchema } from './verdict';

const term = z.string().min(1).max(500);
const servicePath = '/services/:kind/:namespace/:name';

/** @public */
export const checkDocuments = defineOperation({
  id: 'checkDocuments',
  method: 'POST',
  path: '/check',
  summary:
    'Check documents without storing anything; SARIF where Accept asks for application/sarif+json',
  body: z.object({
    documents: z
      .array(
        z.object({ path: z.string().min(1).max(1000), content: z.string() }),
      )
      .min(1)
      .max(100),
    /** The default environment where absent. */
    environment: term.optional(),
    /** All packs where absent. */
    packs: z.array(term).max(50).optional(),
  }),
  response: checkReportSchema,
  alternatives: ['application/sarif+json'],
});

/**
 * How many services have which verdict, over all filters but the verdict's own.
 *
 * @public
 */
export const serviceCountsSchema = z.object({
  pass: z.number().int(),
  fail: z.number().int(),
  unknown: z.number().int(),
  /** Those among `unknown` whose newest check is too old. */
  stale: z.number().int(),
});

/** @public */
export type ServiceCounts = z.infer<typeof serviceCountsSchema>;

/** @public */
export const listServices = defineOperation({
  id: 'listServices',
  method: 'GET',
  path: '/services',
  summary: 'The status of the services that the caller may see',
  query: pagingSchema.extend({
    verdict: severalOf(overallVerdictSchema),
    /** Entity refs of owners. */
    owner: severalOf(term),
    stale: flagSchema,
    /** A part of the name or the title. */
    text: term.optional(),
    sort: z
      .enum(['urgency', 'name', 'checkedAt', 'failures'])
      .default('urgency'),
    order: z.enum(['asc', 'desc']).default('asc'),
  }),
  response: z.object({
    items: z.array(serviceStatusSchema),
    nextCursor: z.string().optional(),
    totalItems: z.number().int(),
    counts: serviceCountsSchema,
  }),
});

/** @public */
export const listRuleServices = defineOperation({
  id: 'listRuleServices',
  method: 'GET',
  path: '/rules/:pack/:name/services',
  summary: 'The services that fail a rule, among those that the caller may see',
  params: z.object({ pack: term, name: term }),
  query: pagingSchema,
  response: z.object({
    items: z.array(
      z.object({
        entityRef: z.string(),
        title: z.string().optional(),
        owner: z.string().optional(),
        findingCount: z.number().int(),
        checkedAt: z.string(),
      }),
    ),
    nextCursor: z.string().optional(),
    totalItems: z.number().int(),
  }),
});

/** @public */
export const getService = defineOperation({
  id: 'getService',
  method: 'GET',
  path: servicePath,
  summary: 'The status of one service, rule by rule',
  params: entityPathSchema,
  response: serviceComplianceSchema,
});

/** @public */
export const getExcerpt = defineOperation({
  id: 'getExcerpt',
  method: 'GET',
  path: `${servicePath}/excerpt`,
  summary: 'The lines around a finding of the newest check',
  params: entityPathSchema,
  query: z.object({
    /** The document's path, one of the check's documents. */
    document: z.string().min(1).max(1000),
    /** 1-based line of the finding. */
    line: z.coerce.number().int().min(1),
  }),
  response: excerptSchema,
});

/** @public */
export const listChecks = defineOperation({
  id: 'listChecks',
  method: 'GET',
  path: `${servicePath}/checks`,
  summary: 'The checks of one service, newest first',
  params: entityPathSchema,
  query: pagingSchema,
  response: z.object({
    items: z.array(checkSummarySchema),
    nextCursor: z.string().optional(),
  }),
});

/** @public */
export const getCheck = defineOperation({
  id: 'getCheck',
  method: 'GET',
  path: `${servicePath}/checks/:checkId`,
  summary: 'One check as it was',
  params: entityPathSchema.extend({ checkId: z.string().min(1).max(100) }),
  response: checkDetailSchema,
});

/** @public */
export const createCheck = defineOperation({
  id: 'createCheck',
  method: 'POST',
  path: `${servicePath}/checks`,
  status: 202,
  summary:
    'Ask for a check now; answers the one already waiting, if there is one',
  params: entityPathSchema,
  response: checkSummarySchema,
});
