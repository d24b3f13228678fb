import { mkdir, writeFile } from 'node:fs/promises';
import { join, normalize, sep } from 'node:path';
import { InputError } from '@backstage/errors';
import { runGit } from '../../forge/git/git';
import { Repository } from '../../forge/git/Repository';
import { Run } from '../model';
import { readFileOf } from '../wiring/wiringOf';
import { buildEnvironment } from './buildEnvironment';
import { BuildPlan, BuildStep } from './BuildPlan';
import { handOver } from './handOver';
import { ACTION_PATH, readAction } from './readAction';
import { BUILDSPEC_PATH, readBuildspec } from './readBuildspec';
import { runProcess } from './runProcess';

/** The team's build can't be done, or has failed; the message is for the team. */
export class BuildFailure extends Error {
  override name = 'BuildFailure';
}

export interface BuildOptions {
  repository: Repository;
  run: Run;
  /** An empty directory for this run. */
  directory: string;
  npmCache: string;
  isolation: string[];
  timeoutMs: number;
  signal: AbortSignal;
  log(text: string | Buffer): void;
}

async function readPlan({ repository, run }: BuildOptions): Promise<BuildPlan> {
  const [path, read] =
    run.wiring.provider === 'github-actions'
      ? ([ACTION_PATH, readAction] as const)
      : ([BUILDSPEC_PATH, readBuildspec] as const);
  const text = await readFileOf(repository, run.sha, path);
  if (text === undefined) {
    throw new InputError(
      `${path} says how the team builds, and is not there, or is too large`,
    );
  }
  return read(text);
}

/** A clone without anything that leads back to where it came from. */
async function checkOut(
  { repository, run }: BuildOptions,
  workspace: string,
): Promise<void> {
  await runGit([
    ...['clone', '--quiet', '--no-checkout', '--template='],
    ...[`file://${repository.directory}`, workspace],
  ]);
  const at = { cwd: workspace };
  await runGit(['remote', 'remove', 'origin'], at);
  await runGit(['checkout', '--quiet', '--detach', run.sha], at);
}

/** A folder of the workspace, as a step names it. */
function folderOf(workspace: string, given = '.'): string {
  const path = normalize(join(workspace, given));
  if (path !== workspace && !path.startsWith(workspace + sep)) {
    throw new InputError(`The folder ${given} lies outside of the workspace`);
  }
  return path;
}

/**
 * Does what a team's build says, on a fresh clone of the commit, and hands over
 * what it has made.
 *
 * @returns the files that were handed over
 * @throws BuildFailure; the signal's reason where it is aborted.
 */
export async function runBuild(
  options: BuildOptions & { artefact: string },
): Promise<string[]> {
  const { artefact, directory, log, repository, run } = options;
  const workspace = join(directory, 'workspace');
  const home = join(directory, 'home');
  await mkdir(join(home, 'tmp'), { recursive: true });
  await mkdir(options.npmCache, { recursive: true });
  const deadline = Date.now() + options.timeoutMs;
  try {
    const plan = await readPlan(options);
    await checkOut(options, workspace);
    const { owner, name } = repository.id;
    const env = buildEnvironment(process.env, {
      ...{ home, npmCache: options.npmCache, workspace },
      ...{ repository: `${owner}/${name}`, sha: run.sha, branch: run.branch },
    });
    for (const [index, step] of plan.steps.entries()) {
      log(`▸ ${step.title}\n`);
      if (step.script === undefined) {
        log('  Not available in the sandbox, so it was left out.\n');
        continue;
      }
      const script = join(home, `step-${index}.sh`);
      await writeFile(script, step.script);
      await runStep({ ...options, step, script, workspace, env, deadline });
    }
    const files = await handOver({
      workspace,
      patterns: plan.artefacts,
      to: artefact,
    });
    log(`▸ Handed over: ${files.length} files\n`);
    files.slice(0, 50).forEach(file => log(`  ${file}\n`));
    return files;
  } catch (error) {
    options.signal.throwIfAborted();
    if (error instanceof InputError) {
      throw new BuildFailure(error.message);
    }
    throw error;
  }
}

async function runStep(
  options: BuildOptions & {
    step: BuildStep;
    script: string;
    workspace: string;
    env: Record<string, string>;
    deadline: number;
  },
): Promise<void> {
  const { step, script, deadline, signal, workspace } = options;
  const [command, ...args] = [
    ...options.isolation,
    ...['bash', '--noprofile', '--norc', '-eo', 'pipefail', script],
  ];
  const end = await runProcess({
    command,
    args,
    cwd: folderOf(workspace, step.directory),
    env: { ...options.env, ...step.env },
    timeoutMs: Math.max(deadline - Date.now(), 1),
    signal,
    onOutput: options.log,
  });
  if (end.kind === 'timeout') {
    const seconds = Math.round(options.timeoutMs / 1_000);
    throw new BuildFailure(
      `The build did not end within ${seconds} s, so it was ended`,
    );
  }
  if (end.kind === 'killed' || end.code !== 0) {
    const how = end.kind === 'exit' ? `exit code ${end.code}` : 'a signal';
    throw new BuildFailure(`“${step.title}” ended with ${how}`);
  }
}
