import { execFile } from 'node:child_process';
import { mkdir, symlink } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { TextFile } from './goldenPaths';
import { withDirectory } from './withDirectory';

const execute = promisify(execFile);

const packageSchema = z.object({
  dependencies: z.record(z.string(), z.string()).default({}),
  devDependencies: z.record(z.string(), z.string()).default({}),
});

/** Where a package of ours lies that the golden path wants too. */
function locate(name: string, wanted: string): string {
  const file = require.resolve(`${name}/package.json`);
  const { version } = require(file);
  if (version !== wanted) {
    throw new Error(
      `It wants ${name} ${wanted}, and is tested with ${version}`,
    );
  }
  return dirname(file);
}

const outcomes = new Map<string, Promise<string>>();

/** One for each processor; what is run next waits for the one that it is given. */
const lanes: Promise<unknown>[] = Array.from(
  { length: availableParallelism() },
  () => Promise.resolve(),
);

/**
 * Runs `npm test` in what was scaffolded, with the packages that its
 * package.json names taken from this repository, so that nothing is fetched.
 * What was run before, of the same files, isn't run again, and no more is run at
 * once than there are processors.
 */
export function runOwnTests(files: TextFile[]): Promise<string> {
  const own = testedFiles(files);
  const key = JSON.stringify(own);
  const outcome = outcomes.get(key) ?? runNext(() => runTests(own));
  outcomes.set(key, outcome);
  return outcome;
}

function runNext(run: () => Promise<string>): Promise<string> {
  const lane = lanes.shift() ?? Promise.resolve();
  const outcome = lane.then(run);
  lanes.push(outcome.catch(() => undefined));
  return outcome;
}

/** Leaves out what neither a build nor a test of the repository looks at. */
function testedFiles(files: TextFile[]): TextFile[] {
  const tests = files.filter(({ path }) => path.startsWith('test/'));
  const readsTemplates = tests.some(({ content }) => content.includes('infra'));
  return files.filter(
    ({ path }) =>
      !/^(\.github\/|docs\/|[A-Z]+(\.md)?$|[\w-]+\.ya?ml$|\.gitignore$)/.test(
        path,
      ) &&
      (readsTemplates || !/^infra\/.*\.yaml$/.test(path)),
  );
}

function runTests(files: TextFile[]): Promise<string> {
  return withDirectory(files, async directory => {
    await linkPackages(directory, files);
    const { NODE_OPTIONS, NODE_ENV, JEST_WORKER_ID, ...env } = process.env;
    const { stdout } = await execute('npm', ['test', '--silent'], {
      cwd: directory,
      env,
    }).catch(error => {
      throw new Error(`${error.stdout}\n${error.stderr}`);
    });
    return stdout;
  });
}

async function linkPackages(directory: string, files: TextFile[]) {
  const text = files.find(({ path }) => path === 'package.json')?.content;
  const { dependencies, devDependencies } = packageSchema.parse(
    JSON.parse(text ?? '{}'),
  );
  const wanted = { ...dependencies, ...devDependencies };
  for (const [name, version] of Object.entries(wanted)) {
    const link = join(directory, 'node_modules', name);
    await mkdir(dirname(link), { recursive: true });
    await symlink(locate(name, version), link);
  }
  const bin = join(directory, 'node_modules/.bin');
  await mkdir(bin, { recursive: true });
  await symlink('../typescript/bin/tsc', join(bin, 'tsc'));
}
