import { mkdtemp, mkdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isError } from '@backstage/errors';
import { REQUIRED_CHECK } from '@paved-road/backstage-plugin-paved-road-common';
import { matchDocuments } from '@paved-road/backstage-plugin-paved-road-node';
import { Repository } from '../forge/git/Repository';
import { BuildFailure, runBuild } from './build/runBuild';
import { DeployFailure } from './deploy/DeployFailure';
import { isOnePlan, runDeploy } from './deploy/runDeploy';
import { limits } from './limits';
import { Run, RunDocument } from './model';
import { PipelineOptions } from './options';
import { RunStore } from './RunStore';
import { DEPLOY_CHECK, setStatus } from './statuses';
import { endRun, Log, Steps } from './Steps';
import { explain } from './verdict/explain';
import { judge, Judgement, unchecked } from './verdict/judge';
import { runCheck } from './verdict/runCheck';
import { whyNotOwn } from './wiring/whyNotOwn';

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

const stepState = ({ state }: End) =>
  state === 'passed' ? ('passed' as const) : ('failed' as const);

/** One run: the team's build, then the platform's verdict, then its deployment. */
export class Job {
  readonly #steps: Steps;

  constructor(private readonly options: JobOptions) {
    const { run, signal, store } = options;
    this.#steps = new Steps(store, run.id, signal);
  }

  /** @throws the signal's reason where it is aborted; the run is then left as it is. */
  async work(): Promise<void> {
    const startedAt = new Date().toISOString();
    this.#steps.change(run => {
      Object.assign(run, { state: 'running', startedAt });
    });
    this.#say(REQUIRED_CHECK, 'pending', 'Being built and checked');
    const directory = await mkdtemp(join(tmpdir(), 'paved-road-run-'));
    let end: End;
    try {
      end = await this.#workIn(directory);
    } catch (error) {
      this.options.signal.throwIfAborted();
      process.stderr.write(`${isError(error) ? error.stack : error}\n`);
      const reason = 'The pipeline itself has failed';
      end = { state: 'error', reason };
      this.#say(REQUIRED_CHECK, 'error', reason);
    } finally {
      await rm(directory, { recursive: true, force: true });
    }
    this.#steps.change(run => endRun(run, end));
  }

  async #workIn(directory: string): Promise<End> {
    const artefact = join(directory, 'artefact');
    await mkdir(artefact);
    const verdict = await this.#verdict(directory, artefact);
    this.#steps.change(run => {
      run.findings = verdict.findings;
      run.documents = verdict.documents;
    });
    const words = verdict.reason ?? 'Nothing blocks it';
    this.#say(REQUIRED_CHECK, STATUS[verdict.state], words);
    if (verdict.state !== 'passed') {
      return verdict;
    }
    const { documents } = verdict;
    const leftOut = await this.#whyNotDeployed(documents);
    if (leftOut) {
      this.#steps.leaveOut('deploy', leftOut);
      return { state: 'passed', reason: leftOut };
    }
    this.#say(DEPLOY_CHECK, 'pending', 'Being deployed');
    const end = await this.#deploy(directory, artefact, documents);
    const said = end.reason ?? 'Deployed, and checked';
    this.#say(DEPLOY_CHECK, STATUS[end.state], said);
    return end;
  }

  /** Builds, and checks what was built. */
  async #verdict(directory: string, artefact: string): Promise<Judgement> {
    const { portal, run } = this.options;
    let files: string[];
    try {
      files = await this.#build(join(directory, 'build'), artefact);
    } catch (error) {
      if (error instanceof BuildFailure) {
        return unchecked('stopped', error.message);
      }
      throw error;
    }
    const { documents } = run.wiring;
    const check = async (log: Log): Promise<Judgement> => {
      const missing = documents.find(
        pattern => !files.some(matchDocuments([pattern])),
      );
      if (missing) {
        const reason = `Nothing that was handed over is a document at ${missing}`;
        log(`${reason}\n`);
        return unchecked('stopped', reason);
      }
      const { repository, signal } = this.options;
      const refusal = await whyNotOwn({
        ...{ service: run.wiring.service, repository: repository.id },
        ...{ portal, log, signal },
      });
      if (refusal) {
        return refusal;
      }
      const judged = judge(
        await runCheck({
          ...this.#check(directory, log),
          stage: 'pipeline',
          ...{ documents: artefact, targets: documents },
        }),
      );
      const findings = await explain(judged.findings, portal);
      return { ...judged, findings };
    };
    return this.#steps.do('verdict', check, stepState);
  }

  async #build(directory: string, artefact: string): Promise<string[]> {
    const { buildMs, dataDirectory, repository } = this.options;
    const { owner, name } = repository.id;
    await mkdir(directory);
    const files = await this.#steps.do('build', log =>
      runBuild({
        ...this.options,
        ...{ directory, artefact, log },
        timeoutMs: buildMs ?? limits.buildMs,
        npmCache: join(dataDirectory, '.caches', owner, name),
      }),
    );
    // What the team has left there has no part in what follows.
    await rm(directory, { recursive: true, force: true });
    return files;
  }

  async #whyNotDeployed(documents: RunDocument[]): Promise<string | undefined> {
    const { production, repository, run } = this.options;
    if (run.event !== 'push') {
      return 'Not deployed: it comes to production once it is merged';
    }
    if (!production) {
      return 'Not deployed: no account is configured';
    }
    if (isOnePlan(documents)) {
      return 'Not deployed: the sandbox has no Terraform';
    }
    const tip = await repository.tipOf(await repository.defaultBranch());
    return tip === run.sha
      ? undefined
      : 'Not deployed: the branch has moved on';
  }

  async #deploy(
    directory: string,
    artefact: string,
    documents: RunDocument[],
  ): Promise<End> {
    const { production, repository, run, signal } = this.options;
    const deployed = join(directory, 'deployed');
    await mkdir(deployed);
    const deploy = (log: Log) =>
      runDeploy({
        ...{ run, artefact, documents, deployed },
        production: production!,
        repository: repository.id,
        check: this.#check(directory, log),
      });
    try {
      return await this.#steps.do('deploy', deploy, stepState);
    } catch (error) {
      signal.throwIfAborted();
      // What AWS itself refuses, it says in words for those who asked.
      const isAnswer = isError(error) && '$metadata' in error;
      if (error instanceof DeployFailure || isAnswer) {
        const { message } = error as Error;
        return { state: 'stopped', reason: `Not deployed: ${message}` };
      }
      process.stderr.write(`${isError(error) ? error.stack : error}\n`);
      const reason = 'Nobody knows what was deployed: the sandbox AWS failed';
      return { state: 'error', reason };
    }
  }

  #check(directory: string, log: Log) {
    const { dataDirectory, portal, run, runUrl, signal } = this.options;
    return {
      ...{ portal, run, runUrl, signal, log },
      directory: join(directory, 'check'),
      cache: join(dataDirectory, '.bundles'),
    };
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
