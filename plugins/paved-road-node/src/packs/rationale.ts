import { toError } from '@backstage/errors';
import {
  enforcementSchema,
  severitySchema,
} from '@paved-road/backstage-plugin-paved-road-common';
import { z } from 'zod';
import { ownerSchema, words } from './fieldSchemas';
import { parsePlainYaml } from './plainYaml';
import { FieldProblem, readFields } from './readFields';

const date = z.iso.date('must be a date such as 2026-11-24');

/** The front matter of a rule's `.md`. */
const ruleFields = {
  title: words.max(200),
  severity: severitySchema,
  owner: ownerSchema,
  resourceTypes: z.array(words.max(200)).max(200),
  enforcement: z.record(words, enforcementSchema),
  controls: z
    .array(
      z.strictObject({
        framework: words.max(200),
        clauses: z.array(words.max(200)).min(1).max(200),
      }),
    )
    .max(50),
  decidedOn: date,
  decidedBy: words.max(200),
  reviewBy: date,
  remediation: words.max(5_000),
  references: z
    .array(
      z.strictObject({
        title: words.max(200),
        url: z.url({
          protocol: /^https?$/,
          error: 'must be an address that begins with https://',
        }),
      }),
    )
    .max(50),
};

/** What people have recorded of a rule. */
export interface Rationale {
  fields: Partial<z.output<z.ZodObject<typeof ruleFields>>>;
  /** Why the rule exists, in Markdown. */
  why?: string;
  problems: FieldProblem[];
}

const frontMatter = /^---[ \t]*\r?\n(?:([\s\S]*?)\r?\n)??---[ \t]*(?:\r?\n|$)/;

/** Reads a rule's `.md`: as much of it as can be used, and what is wrong with the rest. */
export function readRationale(text: string): Rationale {
  const match = frontMatter.exec(text);
  if (!match) {
    const message = text.startsWith('---')
      ? 'has front matter that is never closed by a line of ---'
      : 'has no front matter between two lines of ---';
    return { fields: {}, problems: [{ message }] };
  }
  const why = text.slice(match[0].length).trim() || undefined;
  try {
    const raw = parsePlainYaml(match[1] ?? '') ?? {};
    return { ...readFields(ruleFields, raw), why };
  } catch (error) {
    return { fields: {}, why, problems: [{ message: toError(error).message }] };
  }
}
