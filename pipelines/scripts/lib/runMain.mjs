import { Refusal } from './Refusal.mjs';

/** Runs a script's work and makes its end the process's. */
export async function runMain(work) {
  try {
    process.exitCode = (await work()) ?? 0;
  } catch (error) {
    process.stderr.write(
      `${error instanceof Refusal ? error.message : error.stack}\n`,
    );
    process.exitCode = error instanceof Refusal ? error.exitCode : 2;
  }
}
