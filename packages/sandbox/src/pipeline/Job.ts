import { mkdtemp, mkdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isError } from '@backstage/errors';
import { REQUIRED_CHECK } from '@paved-road/backstage-plugin-paved-road-common';
import { matchDocuments } from '@paved-road/backstage-plugin-paved-road-node';
import { Repository } from '../forge/git/Repository';
import { BuildFailure, runBuild } from './build/runBuild';
import { DeployFailure } from './deploy/DeployFailure';
import { runDeploy } from './deploy/runDeploy';
import { limits } from './limits';
import { Run, StepName } from './model';
import { PipelineOptions } from './options';
import { RunStore } from './RunStore';
import { DEPLOY_CHECK, setStatus } from './statuses';
import { judge, Judgement } from './verdict/judge';
import { runCheck } from './verdict/runCheck';

export interface JobOptions extends PipelineOptions {
  repository: Repository;
  store: RunStore;
  run: Run;
  /** Where a person sees the run. */
  runUrl: string;
  isolation: string[];
  signal: AbortSignal;
}

type End = Pick<Judgement, 'state' | 'reason'>;

const STATUS = {
  passed: 'success',
  stopped: 'failure',
  error: 'error',
} as const;

const now = () => new Date().toISOString();

/** One run: the team's build, then the platform's verdict, then its deployment. */
export class Job {
  constructor(private readonly options: JobOptions) {}

  /** @throws the signal's reason where it is aborted; the run is then left as it is. */
  async work(): Promise<void> {
    const { signal } = this.options;
    this.#change(run =>
      Object.assign(run, { state: 'running', startedAt: now() }),
    );
    this.#say(REQUIRED_CHECK, 'pending', 'Being built and checked');
    const directory = await mkdtemp(join(tmpdir(), 'paved-road-run-'));
    let end: End;
    try {
      end = await this.#steps(directory);
    } catch (error) {
      signal.throwIfAborted();
      process.stderr.write(`${isError(error) ? error.stack : error}\n`);
      end = { state: 'error', reason: 'The pipeline itself has failed' };
      this.#say(REQUIRED_CHECK, 'error', end.reason!);
    } finally {
      await rm(directory, { recursive: true, force: true });
    }
    this.#change(run => {
      Object.assign(run, { ...end, finishedAt: now() });
      for (const step of run.steps) {
        if (step.state === 'running') {
          Object.assign(step, { state: 'failed', finishedAt: now() });
        } else if (step.state === 'waiting') {
          step.state = 'skipped';
        }
      }
    });
  }

  async #steps(directory: string): Promise<End> {
    const artefact = join(directory, 'artefact');
    await mkdir(artefact);
    const verdict = await this.#untilVerdict(directory, artefact);
    this.#change(run => {
      run.findings = verdict.findings;
      run.documents = verdict.documents;
    });
    const words = verdict.reason ?? 'Nothing blocks it';
    this.#say(REQUIRED_CHECK, STATUS[verdict.state], words);
    if (verdict.state !== 'passed' || this.options.run.event !== 'push') {
      return verdict;
    }
    const deployed = await this.#deploy(directory, artefact, verdict);
    const state = deployed.state === 'error' ? 'error' : STATUS[deployed.state];
    this.#say(DEPLOY_CHECK, state, deployed.reason ?? 'Deployed, and checked');
    return deployed;
  }

  async #untilVerdict(directory: string, artefact: string): Promise<Judgement> {
    const { repository, run, signal } = this.options;
    const nothing = { findings: [], documents: [] };
    let files: string[];
    try {
      const build = join(directory, 'build');
      await mkdir(build);
      files = await this.#step('build', log =>
        runBuild({
          ...{ repository, run, artefact, signal, log, directory: build },
          isolation: this.options.isolation,
          timeoutMs: this.options.buildMs ?? limits.buildMs,
          npmCache: join(this.#cache(), 'npm'),
        }),
      );
      // What the team has left there has no part in what follows.
      await rm(build, { recursive: true, force: true });
    } catch (error) {
      if (error instanceof BuildFailure) {
        return { state: 'stopped', reason: error.message, ...nothing };
      }
      throw error;
    }
    const missing = run.wiring.documents.find(
      pattern => !files.some(matchDocuments([pattern])),
    );
    return this.#step('verdict', async log => {
      if (missing) {
        const reason = `Nothing that was handed over is a document at ${missing}`;
        log(`${reason}\n`);
        return { state: 'stopped' as const, reason, ...nothing };
      }
      const end = await runCheck({
        ...this.#check(directory, log),
        stage: 'pipeline',
        documents: artefact,
        targets: run.wiring.documents,
      });
      return judge(end);
    });
  }

  async #deploy(
    directory: string,
    artefact: string,
    { documents }: Judgement,
  ): Promise<End> {
    const { production, repository, run, signal } = this.options;
    if (!production) {
      return {
        state: 'passed',
        reason: 'Not deployed: no account is configured',
      };
    }
    const tip = await repository.tipOf(await repository.defaultBranch());
    if (tip !== run.sha) {
      const reason = 'Not deployed: the branch has moved on';
      return { state: 'passed', reason };
    }
    this.#say(DEPLOY_CHECK, 'pending', 'Being deployed');
    try {
      return await this.#step('deploy', async log => {
        const deployed = join(directory, 'deployed');
        await mkdir(deployed);
        const judged = await runDeploy({
          ...{ run, production, artefact, documents, deployed },
          repository: repository.id,
          check: this.#check(directory, log),
        });
        const reason = 'Not deployed: the sandbox has no Terraform';
        return judged ?? { state: 'passed' as const, reason };
      });
    } catch (error) {
      signal.throwIfAborted();
      // What AWS itself refuses, it says in words for those who asked.
      if (error instanceof DeployFailure || hasMetadata(error)) {
        return { state: 'stopped', reason: `Not deployed: ${error.message}` };
      }
      throw error;
    }
  }

  #check(directory: string, log: (text: string | Buffer) => void) {
    const { portal, run, runUrl, signal } = this.options;
    return {
      ...{ portal, run, runUrl, signal, log },
      directory: join(directory, 'check'),
      cache: join(this.options.dataDirectory, '.bundles'),
    };
  }

  async #step<T extends string[] | End>(
    name: StepName,
    work: (log: (text: string | Buffer) => void) => Promise<T>,
  ): Promise<T> {
    const { store, run } = this.options;
    const set = (change: object) =>
      this.#change(({ steps }) => {
        Object.assign(steps.find(step => step.name === name) ?? {}, change);
      });
    const log = (text: string | Buffer) => store.log(run.id, name, text);
    set({ state: 'running', startedAt: now() });
    try {
      const end = await work(log);
      const passed = Array.isArray(end) || end.state === 'passed';
      set({ state: passed ? 'passed' : 'failed', finishedAt: now() });
      return end;
    } catch (error) {
      if (!this.options.signal.aborted) {
        log(`${isError(error) ? error.message : 'It has failed'}\n`);
        set({ state: 'failed', finishedAt: now() });
      }
      throw error;
    }
  }

  #cache(): string {
    const { owner, name } = this.options.repository.id;
    return join(this.options.dataDirectory, '.caches', owner, name);
  }

  #change(work: (run: Run) => void): void {
    this.options.store.change(this.options.run.id, work);
  }

  #say(
    check: typeof REQUIRED_CHECK | typeof DEPLOY_CHECK,
    state: 'pending' | 'success' | 'failure' | 'error',
    words: string,
  ): void {
    const { repository, run, runUrl: url } = this.options;
    setStatus(repository, run.sha, { check, state, words, url });
  }
}

function hasMetadata(error: unknown): error is Error {
  return isError(error) && '$metadata' in error;
}
