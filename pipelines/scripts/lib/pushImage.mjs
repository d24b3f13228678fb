import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Refusal } from './Refusal.mjs';
import { run } from './run.mjs';

/** Where a build lays the image of its containers, as `docker save` writes it. */
export const IMAGE = 'image/image.tar';

async function need(what, { code, stdout, stderr }) {
  if (code !== 0) {
    throw new Refusal(`${what}: ${(stderr || stdout).trim()}`);
  }
  return stdout;
}

/**
 * Puts the image that was built into the service's repository of the account's
 * registry, byte for byte and without running any of it.
 *
 * @returns {Promise<string | undefined>} its digest; undefined where none was built
 */
export async function pushImage({ artifacts, account, region, name, tag }) {
  const image = join(artifacts, IMAGE);
  if (!(await stat(image).catch(() => undefined))?.isFile()) {
    return undefined;
  }
  const registry = `${account}.dkr.ecr.${region}.amazonaws.com`;
  const work = await mkdtemp(join(tmpdir(), 'paved-road-'));
  const auth = ['--authfile', join(work, 'auth.json')];
  try {
    const input = await need(
      'The registry lets nobody in',
      await run('aws', ['ecr', 'get-login-password', '--region', region]),
    );
    await need(
      'The registry refuses the password',
      await run(
        'skopeo',
        ['login', ...auth, '--username', 'AWS', '--password-stdin', registry],
        { input },
      ),
    );
    const digestFile = join(work, 'digest');
    await need(
      `The image can't be put into ${registry}/${name}`,
      await run('skopeo', [
        ...['copy', ...auth, '--preserve-digests', '--digestfile', digestFile],
        ...[`docker-archive:${image}`, `docker://${registry}/${name}:${tag}`],
      ]),
    );
    return (await readFile(digestFile, 'utf8')).trim();
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}
