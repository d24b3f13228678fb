import { z } from 'zod';
import { defineOperation } from '../api/operation';
import { severalOf } from '../api/query';
import { bundleSummarySchema } from './bundle';
import {
  ruleDetailSchema,
  ruleSourceSchema,
  ruleSummarySchema,
  severitySchema,
} from './rule';

const term = z.string().min(1).max(200);

const rulePathSchema = z.object({ pack: term, name: term });

/** @public */
export const listRules = defineOperation({
  id: 'listRules',
  method: 'GET',
  path: '/rules',
  summary: 'The rules in force, most severe first',
  query: z.object({
    pack: severalOf(term),
    severity: severalOf(severitySchema),
    framework: severalOf(term),
    resourceType: severalOf(term),
    /** Words that all have to occur in the id, the alias, the title or the description. */
    text: term.optional(),
  }),
  response: z.object({
    items: z.array(ruleSummarySchema),
    /** How many rules there are before any filter. */
    totalItems: z.number().int(),
    /** The values that each filter can take, over all rules. */
    facets: z.object({
      packs: z.array(z.string()),
      severities: z.array(severitySchema),
      frameworks: z.array(z.string()),
      resourceTypes: z.array(z.string()),
    }),
  }),
});

/** @public */
export const getRule = defineOperation({
  id: 'getRule',
  method: 'GET',
  path: '/rules/:pack/:name',
  summary: 'One rule, with its reason',
  params: rulePathSchema,
  response: ruleDetailSchema,
});

/** @public */
export const getRuleSource = defineOperation({
  id: 'getRuleSource',
  method: 'GET',
  path: '/rules/:pack/:name/source',
  summary: 'The Guard source of a rule, and its unit tests as examples',
  params: rulePathSchema,
  response: ruleSourceSchema,
});

/**
 * Asked for as JSON, it is a summary of the bundle. Asked for as
 * `application/gzip`, it is the bundle itself, for scanners: a tar.gz whose ETag
 * is the bundle's digest, and 503 while a pack is missing from it.
 *
 * @public
 */
export const getBundle = defineOperation({
  id: 'getBundle',
  method: 'GET',
  path: '/bundle',
  summary: 'The bundle in force',
  response: bundleSummarySchema,
  alternatives: ['application/gzip'],
});
