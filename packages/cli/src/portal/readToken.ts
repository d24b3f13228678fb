import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { InputError } from '@backstage/errors';

const VARIABLE = 'PAVED_ROAD_TOKEN';

/**
 * The token that the portal knows the caller by. What it is never stands in an
 * error.
 *
 * @throws InputError where there is none, or it can't be one.
 */
export async function readToken(options: {
  cwd: string;
  env: NodeJS.ProcessEnv;
  /** As the person has written it; comes before the environment. */
  file?: string;
}): Promise<string> {
  const { cwd, env, file } = options;
  const source = file ?? VARIABLE;
  const token = file === undefined ? env[VARIABLE] : await readText(cwd, file);
  if (!token?.trim()) {
    throw new InputError(
      file === undefined
        ? `The portal wants a token: name a file that holds it with --token-file, or set ${VARIABLE}`
        : `${file} holds no token`,
    );
  }
  if (!/^[\x21-\x7e]+$/.test(token.trim())) {
    throw new InputError(
      `${source} holds no token: one is a single word of plain characters`,
    );
  }
  return token.trim();
}

async function readText(cwd: string, file: string): Promise<string> {
  try {
    return await readFile(resolve(cwd, file), 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new InputError(`${file} can't be read: ${code}`);
  }
}
