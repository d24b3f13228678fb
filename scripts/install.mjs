/**
 * Installs what the project needs, with nothing but Node and npm on the
 * machine, and does nothing when it is there already.
 */
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { hashOf } from './lib/hash.mjs';
import { fromRoot, root } from './lib/paths.mjs';
import { start, stopChildrenOnExit } from './lib/processes.mjs';
import { say, sayMeanwhile } from './lib/progress.mjs';
import { unlessDone } from './lib/stamp.mjs';

const YARN = '@yarnpkg/cli-dist@4.18.1';
const LOG = fromRoot('.cache', 'install.log');

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 20)) {
  process.stderr.write(
    `Paved Road needs Node 20.20 or newer; this is ${process.versions.node}.\n`,
  );
  process.exit(1);
}

stopChildrenOnExit();

const manifests = ['packages', 'plugins'].flatMap(folder =>
  readdirSync(fromRoot(folder)).map(name => `${folder}/${name}/package.json`),
);

await unlessDone(
  fromRoot('node_modules', '.paved-road-installed'),
  `${process.versions.modules} ${hashOf([
    'package.json',
    'yarn.lock',
    '.yarnrc.yml',
    ...manifests,
  ])}`,
  install,
);

async function install() {
  say('Installing dependencies (a few minutes the first time)');
  mkdirSync(dirname(LOG), { recursive: true });
  let log = '';
  let step = 'Resolution';
  const stopTelling = sayMeanwhile(() => `Still installing: ${step}`);

  const yarn = start('npx', ['--yes', YARN, 'install', '--immutable'], {
    cwd: root,
    shell: process.platform === 'win32',
    env: { ...process.env, ...nodeHeaders() },
  });
  const read = chunk => {
    log += chunk;
    const named = /┌ (\w+) step/.exec(chunk);
    if (named && named[1] !== step) {
      step = named[1];
      say(`Installing: ${step}`);
    }
  };
  yarn.stdout.setEncoding('utf8').on('data', read);
  yarn.stderr.setEncoding('utf8').on('data', read);
  const code = await new Promise((resolve, reject) => {
    yarn.once('error', reject);
    yarn.once('close', resolve);
  });
  stopTelling();
  writeFileSync(LOG, log);
  if (code !== 0) {
    process.stderr.write(
      `${log
        .split('\n')
        .slice(-30)
        .join(
          '\n',
        )}\nThe install failed; its whole output is in .cache/install.log\n`,
    );
    process.exit(1);
  }
  say('Dependencies are installed');
}

/**
 * Where better-sqlite3 has to be compiled, node-gyp takes the headers that
 * came with Node instead of downloading them, if they are there.
 */
function nodeHeaders() {
  const prefix = dirname(dirname(process.execPath));
  return !process.env.npm_config_nodedir &&
    existsSync(join(prefix, 'include', 'node', 'node.h'))
    ? { npm_config_nodedir: prefix }
    : {};
}
