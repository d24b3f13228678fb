import { SeedOutcome, startForge } from '../forge';
import { createRunner } from '../pipeline';
import { parseOptions, USAGE } from './parseOptions';
import { runServer } from './runServer';

function report({ owner, name, kept }: SeedOutcome): string {
  return kept
    .map(
      path =>
        `${owner}/${name}: ${path} has changed in the project and in the repository; the repository's version stays\n`,
    )
    .join('');
}

/** Runs the sandbox forge. */
export async function main(args: string[]): Promise<void> {
  await runServer({
    name: 'sandbox forge',
    usage: USAGE,
    parse: () => parseOptions(args),
    start: ({ pipeline, ...forge }) =>
      startForge({
        ...forge,
        runner: pipeline && createRunner(pipeline),
      }),
    greet: ({ seeded, url }) =>
      `${seeded.map(report).join('')}Sandbox forge listening on ${url} with ${
        seeded.length
      } repositories of the project\n`,
  });
}
