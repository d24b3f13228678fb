import { createHash } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { aws } from './aws.mjs';
import { guardArtifacts } from './guardArtifacts.mjs';
import { Refusal } from './Refusal.mjs';
import { run } from './run.mjs';

/** Brings what a build gave here, as data: what it says it is, and no links out. */
export async function takeArtifact({ bucket, key, sha256sum, work }) {
  const archive = join(work, 'artifacts.zip');
  await aws('s3api', 'get-object', { Bucket: bucket, Key: key }, archive);
  const digest = createHash('sha256').update(await readFile(archive));
  if (digest.digest('hex') !== sha256sum) {
    throw new Refusal(
      "What lies in the bucket isn't what the build gave: somebody has changed it",
    );
  }
  const artifacts = join(work, 'artifacts');
  await mkdir(artifacts);
  const { code } = await run('unzip', ['-q', '-o', archive, '-d', artifacts]);
  if (code !== 0) {
    throw new Refusal("What the build gave can't be unpacked");
  }
  await guardArtifacts(artifacts);
  return { archive, artifacts };
}
