/**
 * Starts the portal with an empty database, runs the journeys in a real
 * browser, and ends it. `--keep-pictures` renews the README's pictures; words are
 * parts of the files' names, where not all are to run.
 */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from './lib/browser.mjs';
import { fromRoot, root } from './lib/paths.mjs';
import { printed, run, start, stopChildrenOnExit } from './lib/processes.mjs';

const PORT = '17007';
const FORGE_PORT = '17008';
const AWS_PORT = '17009';

const words = process.argv.slice(2).filter(word => !word.startsWith('--'));
const isMeant = name =>
  name.endsWith('.test.mjs') &&
  (words.length === 0 || words.some(word => name.includes(word)));

const browser = findBrowser();
if (!browser) {
  process.stderr.write('No Chromium or Chrome was found; set CHROMIUM_PATH.\n');
  process.exit(1);
}
stopChildrenOnExit();

const data = mkdtempSync(join(tmpdir(), 'paved-road-e2e-'));
const env = {
  ...process.env,
  npm_config_user_agent: '',
  PAVED_ROAD_PORT: PORT,
  PAVED_ROAD_FORGE_PORT: FORGE_PORT,
  PAVED_ROAD_AWS_PORT: AWS_PORT,
  PAVED_ROAD_DATA: data,
};
const portal = start(process.execPath, [fromRoot('scripts/start.mjs')], {
  cwd: root,
  env,
});
const address = (
  await printed(portal, /The portal answers: (\S+)/, 'The portal')
)[1];

const code = await run(
  process.execPath,
  [
    '--test',
    '--test-concurrency=1',
    ...readdirSync(fromRoot('e2e'))
      .filter(isMeant)
      .map(name => fromRoot('e2e', name)),
  ],
  {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: {
      ...env,
      E2E_ADDRESS: address,
      E2E_BROWSER: browser,
      E2E_PICTURES: process.argv.includes('--keep-pictures')
        ? fromRoot('docs/images')
        : fromRoot('e2e/results'),
    },
  },
);
portal.kill('SIGTERM');
await new Promise(resolve => portal.once('close', resolve));
rmSync(data, { recursive: true, force: true });
process.exit(code);
