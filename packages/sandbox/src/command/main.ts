import { InputError, toError } from '@backstage/errors';
import { SeedOutcome, startForge } from '../forge';
import { endWith } from './lifetime';
import { parseOptions, SandboxOptions, USAGE } from './parseOptions';

function report({ owner, name, kept }: SeedOutcome) {
  for (const path of kept) {
    process.stdout.write(
      `${owner}/${name}: ${path} has changed in the project and in the repository; the repository's version stays\n`,
    );
  }
}

/** Runs the sandbox until it is told to end, or its parent has ended. */
export async function main(args: string[]): Promise<void> {
  let options: SandboxOptions;
  try {
    options = parseOptions(args);
  } catch (error) {
    process.stderr.write(`${toError(error).message}\n\n${USAGE}`);
    process.exit(2);
  }
  try {
    const forge = await startForge(options);
    endWith(forge);
    forge.seeded.forEach(report);
    process.stdout.write(
      `Sandbox forge listening on ${forge.url} with ${forge.seeded.length} repositories of the project\n`,
    );
  } catch (error) {
    const words =
      error instanceof InputError ? error.message : toError(error).stack;
    process.stderr.write(`The sandbox forge could not be started: ${words}\n`);
    process.exit(1);
  }
}
