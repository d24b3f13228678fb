import { InputError } from '@backstage/errors';
import { putPipelineResult } from '@paved-road/backstage-plugin-paved-road-common';
import { Command } from 'commander';
import { z } from 'zod';

/** What the command line says of a run whose result is to be posted. */
export interface PostingOptions {
  service?: string;
  run?: string;
  commit?: string;
  stage?: string;
  runUrl?: string;
}

const { params, body } = putPipelineResult;

const postingSchema = z.object({
  service: z
    .string()
    .regex(
      /^[a-z][a-z0-9]*:[a-z0-9][a-z0-9-]*\/[a-z0-9][a-z0-9._-]*$/i,
      'must be an entity such as component:default/ledger',
    ),
  run: params.shape.runId,
  commit: body.shape.commit,
  stage: body.shape.stage,
  runUrl: body.shape.url.unwrap(),
});

/** A run whose result is to be posted. */
export type Posting = z.infer<typeof postingSchema>;

const flags: Record<keyof Posting, string> = {
  service: '--service',
  run: '--run',
  commit: '--commit',
  stage: '--stage',
  runUrl: '--run-url',
};

export function addPostingOptions(command: Command): Command {
  return command
    .option('--service <entity>', 'post the result to the portal for this')
    .option('--run <id>', "the pipeline's own name of the run")
    .option('--commit <sha>', 'what the run is of, all 40 digits')
    .option('--stage <stage>', 'pipeline, or deployed for what is there now')
    .option('--run-url <url>', 'where a person sees the run');
}

/**
 * The run to post a result of; `undefined` where the command line names none.
 *
 * @throws InputError where it isn't named completely, or no portal is.
 */
export function readPosting(
  options: PostingOptions & { portal?: string },
): Posting | undefined {
  const keys = Object.keys(flags) as (keyof Posting)[];
  const given = keys.filter(key => options[key] !== undefined);
  if (given.length === 0) {
    return undefined;
  }
  if (options.portal === undefined) {
    throw new InputError(`${flags[given[0]]} is of no use without --portal`);
  }
  const missing = keys.filter(key => !given.includes(key));
  if (missing.length > 0) {
    throw new InputError(
      `To post the result, say also ${missing
        .map(key => flags[key])
        .join(', ')}`,
    );
  }
  const { data, error } = postingSchema.safeParse(options);
  if (error) {
    const [{ path, message }] = error.issues;
    throw new InputError(`${flags[path[0] as keyof Posting]}: ${message}`);
  }
  return data;
}
