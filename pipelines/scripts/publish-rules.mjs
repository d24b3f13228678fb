// Brings the rules that the portal has in force to the account's hook:
//
//   node publish-rules.mjs
//
// Writes nothing where they are there already, and nothing where anything is wrong:
// the hook then goes on with the rules it has.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { aws, AwsFailure } from './lib/aws.mjs';
import { chooseRules } from './lib/chooseRules.mjs';
import { fetchBundle } from './lib/fetchBundle.mjs';
import { Refusal } from './lib/Refusal.mjs';
import { run } from './lib/run.mjs';
import { runMain } from './lib/runMain.mjs';
import { setting } from './lib/settings.mjs';

const Key = 'rules.tar.gz';

async function published(Bucket) {
  try {
    const { Metadata } = await aws('s3api', 'head-object', { Bucket, Key });
    return Metadata?.bundle;
  } catch (error) {
    if (error instanceof AwsFailure && /\b404\b/.test(error.message)) {
      return undefined;
    }
    throw error;
  }
}

async function tar(args, work) {
  const { code, stderr } = await run('tar', args, { cwd: work });
  if (code !== 0) {
    throw new Refusal(`The bundle can't be packed anew: ${stderr.trim()}`);
  }
}

async function publish(work) {
  const Bucket = setting('PAVED_ROAD_BUCKET');
  const bundle = await fetchBundle({
    portal: setting('PAVED_ROAD_PORTAL'),
    token: setting('PAVED_ROAD_TOKEN'),
    known: await published(Bucket),
  });
  if (!bundle) {
    process.stdout.write('The rules are there already\n');
    return;
  }
  await writeFile(join(work, 'bundle.tar.gz'), bundle.bytes);
  await tar(['-xzf', 'bundle.tar.gz'], work);
  const about = JSON.parse(await readFile(join(work, 'bundle.json'), 'utf8'));
  if (about.format !== 1 || about.digest !== bundle.digest) {
    throw new Refusal('The portal gives another bundle than it says');
  }
  const paths = chooseRules(about, setting('PAVED_ROAD_ENVIRONMENT'));
  await tar(['-czf', Key, '--', ...paths], work);
  const input = { Bucket, Key, Metadata: { bundle: bundle.digest } };
  await aws('s3api', 'put-object', input, '--body', join(work, Key));
  process.stdout.write(
    `${paths.length} files with rules that block: ${bundle.digest}\n`,
  );
}

await runMain(async () => {
  const work = await mkdtemp(join(tmpdir(), 'paved-road-'));
  try {
    await publish(work);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
});
