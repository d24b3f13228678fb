import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Does a piece of work unless its stamp says that it was done on the same
 * input. The stamp is written only after the work has succeeded.
 */
export async function unlessDone(file, input, work) {
  let done;
  try {
    done = readFileSync(file, 'utf8');
  } catch (error) {
    if (error.code !== 'ENOENT') {
      throw error;
    }
  }
  if (done === input) {
    return false;
  }
  rmSync(file, { force: true });
  await work();
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, input);
  return true;
}
