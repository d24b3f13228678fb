import { CORE_SCHEMA, load } from 'js-yaml';
import { CALLER_JOB } from '@paved-road/backstage-plugin-paved-road-common';
import { readDocumentPatterns } from '@paved-road/backstage-plugin-paved-road-node';
import { z } from 'zod';
import { Wiring } from '../model';

const branches = z
  .object({ branches: z.array(z.string()).optional() })
  .nullish();

/** The part of a workflow that says whether, and how, it calls the platform's. */
const callerSchema = z.object({
  on: z.object({ push: branches, pull_request: branches }).partial(),
  jobs: z.object({
    [CALLER_JOB]: z.object({
      uses: z.string(),
      with: z.object({ service: z.string(), documents: z.string() }),
    }),
  }),
});

/** The full name of a component: a kind, a namespace and a name. */
export const SERVICE =
  /^[a-z][a-z0-9]*:[a-z0-9][a-z0-9-]*\/[a-z0-9][a-z0-9._-]*$/i;

/**
 * What a repository's own workflow asks of the platform's; undefined where it
 * isn't asked: the file is another's, or doesn't begin for such an event.
 *
 * @param workflow - the platform's: `owner/repository/.github/workflows/file.yml`
 * @param begin - what has happened, and for which branch
 */
export function readCallerWorkflow(
  text: string,
  workflow: string,
  begin: { event: 'push' | 'pull-request'; branch: string },
): Wiring | undefined {
  let parsed: unknown;
  try {
    parsed = load(text, { schema: CORE_SCHEMA });
  } catch {
    // GitHub starts nothing either where a workflow can't be read.
    return undefined;
  }
  const { data } = callerSchema.safeParse(parsed);
  const job = data?.jobs[CALLER_JOB];
  if (!data || !job || !job.uses.startsWith(`${workflow}@`)) {
    return undefined;
  }
  const key = begin.event === 'push' ? 'push' : 'pull_request';
  const wanted = data.on[key]?.branches;
  const begins = key in data.on && (wanted?.includes(begin.branch) ?? true);
  if (!begins || !SERVICE.test(job.with.service)) {
    return undefined;
  }
  try {
    const documents = readDocumentPatterns(job.with.documents, 'The workflow');
    return {
      provider: 'github-actions',
      service: job.with.service,
      documents,
    };
  } catch {
    return undefined;
  }
}
