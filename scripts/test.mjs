/**
 * Runs every test: the packages' own on SQLite and on a real PostgreSQL, the
 * policies' with the engine, and the journeys in a browser where there is one.
 * With arguments, only the packages' tests that they name.
 */
import { findBrowser } from './lib/browser.mjs';
import { fromRoot, root } from './lib/paths.mjs';
import { POSTGRES_VARIABLE, startPostgres } from './lib/postgres.mjs';
import { run, stopChildrenOnExit } from './lib/processes.mjs';
import { say } from './lib/progress.mjs';

const named = process.argv.slice(2);
stopChildrenOnExit();

async function databaseVariables() {
  if (process.env[POSTGRES_VARIABLE]) {
    return {};
  }
  try {
    const postgres = await startPostgres();
    return { [POSTGRES_VARIABLE]: postgres.connectionString };
  } catch (error) {
    if (process.env.CI) {
      throw error;
    }
    process.stderr.write(
      `${error.message}\nThe stores are tested on SQLite alone. To test them on PostgreSQL too, set ${POSTGRES_VARIABLE} to a server that may be written to.\n`,
    );
    return {};
  }
}

async function step(title, script, args, env = {}) {
  say(title);
  const code = await run(process.execPath, [fromRoot(script), ...args], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env },
  });
  if (code !== 0) {
    process.stderr.write(`Failed: ${title}\n`);
    process.exit(1);
  }
}

await step(
  'The packages’ tests',
  'node_modules/@backstage/cli/bin/backstage-cli',
  ['repo', 'test', ...named],
  {
    CI: '1',
    BACKSTAGE_TEST_DISABLE_DOCKER: '1',
    ...(await databaseVariables()),
  },
);
if (named.length === 0) {
  await step('The policies’ tests', 'packages/cli/bin/paved-road', [
    'rules',
    'test',
    'policies',
  ]);
  if (findBrowser()) {
    await step('The journeys in a browser', 'scripts/e2e.mjs', []);
  } else if (process.env.CI) {
    throw new Error('No Chromium or Chrome was found; set CHROMIUM_PATH');
  } else {
    say(
      'No Chromium or Chrome was found: the journeys in a browser are left out (set CHROMIUM_PATH to run them)',
    );
  }
}
say('All tests have passed');
process.exit(0);
