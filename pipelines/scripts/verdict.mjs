// The platform's verdict on what a team has built:
//
//   node verdict.mjs <directory of what was built>
//
// Reads it as data and runs nothing of it. Ends with 0 where it may go to
// production, and says which documents may in the output `manifest`.
import { appendFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { check } from './lib/check.mjs';
import { guardArtifacts } from './lib/guardArtifacts.mjs';
import { judgeBuilt } from './lib/judgeBuilt.mjs';
import { writeManifest } from './lib/manifest.mjs';
import { readPatterns } from './lib/readPatterns.mjs';
import { runMain } from './lib/runMain.mjs';
import { readRun, setting } from './lib/settings.mjs';

await runMain(async () => {
  const directory = resolve(process.argv[2] ?? 'artifacts');
  const about = readRun();
  const targets = readPatterns(setting('PAVED_ROAD_DOCUMENTS'));
  await guardArtifacts(directory);
  const { exitCode, documents } = await check({
    directory,
    targets,
    stage: 'pipeline',
    about,
  });
  if (exitCode === 0) {
    await judgeBuilt({ directory, documents });
  }
  if (exitCode === 0 && process.env.GITHUB_OUTPUT) {
    const manifest = writeManifest({ about, documents });
    await appendFile(process.env.GITHUB_OUTPUT, `manifest=${manifest}\n`);
  }
  return exitCode;
});
