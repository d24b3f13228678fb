import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  CheckReport,
  checkReportSchema,
} from '@paved-road/backstage-plugin-paved-road-common';
import { limits } from '../limits';
import { Run } from '../model';
import { runProcess } from '../build/runProcess';
import { askAgain } from './askAgain';

/** Where the platform's check asks, and in whose name. */
export interface Portal {
  /** The address of its API. */
  url: string;
  /** Where its pages are. */
  pages: string;
  token: string;
  /** The command line that checks: a file that Node runs. */
  cli: string;
  environment: string;
  /** How long is waited before a portal that can't be reached is asked again. */
  retryMs: number[];
}

export interface CheckOptions {
  portal: Portal;
  run: Run;
  runUrl: string;
  stage: 'pipeline' | 'deployed';
  /** Where the documents are. */
  documents: string;
  /** What is checked of them: glob patterns, or paths. */
  targets: string[];
  /** For what the check itself writes. */
  directory: string;
  cache: string;
  signal: AbortSignal;
  log(text: string | Buffer): void;
}

/** How a check has ended. Without a report nothing is known. */
export interface CheckEnd {
  /** 0 alone is a yes. */
  code: number;
  report?: CheckReport;
  /** The last that it said. */
  said: string;
}

// A service that was registered a moment ago is not in the catalog yet (404).
const UNREACHED = /can't be reached|\((?:404|429|500|502|503|504)\)/;

async function readReport(path: string): Promise<CheckReport | undefined> {
  try {
    if ((await stat(path)).size > limits.reportBytes) {
      return undefined;
    }
    return checkReportSchema.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch {
    return undefined;
  }
}

async function checkOnce(options: CheckOptions): Promise<CheckEnd> {
  const { portal, run, stage, directory } = options;
  // The artefact's own paved-road.yaml has no say here.
  const config = join(directory, 'paved-road.yaml');
  const output = join(directory, `${stage}.json`);
  await writeFile(config, '{}\n');
  let said = '';
  const end = await runProcess({
    command: process.execPath,
    args: [
      ...[portal.cli, 'check', '--portal', portal.url, '--config', config],
      ...['--environment', portal.environment, '--stage', stage],
      ...['--service', run.wiring.service, '--commit', run.sha],
      ...['--run', `sandbox:${run.id}`, '--run-url', options.runUrl],
      ...['--format', 'json', '--output', output, '--', ...options.targets],
    ],
    cwd: options.documents,
    env: {
      PATH: process.env.PATH ?? '',
      HOME: directory,
      TMPDIR: directory,
      NODE_ENV: 'development',
      XDG_CACHE_HOME: options.cache,
      PAVED_ROAD_TOKEN: portal.token,
    },
    timeoutMs: limits.checkMs,
    signal: options.signal,
    onOutput: chunk => {
      said = (said + chunk.toString('utf8')).slice(-8_000);
      options.log(chunk);
    },
  });
  return {
    code: end.kind === 'exit' ? end.code : 2,
    report: await readReport(output),
    said: end.kind === 'timeout' ? `${said}\nThe check did not end.` : said,
  };
}

/**
 * Lets the platform's own command line check documents against the rules that
 * the portal has in force, and tell the portal. A portal that can't be reached
 * is asked again a few times.
 *
 * @throws the signal's reason where it is aborted.
 */
export async function runCheck(options: CheckOptions): Promise<CheckEnd> {
  const { log, portal, signal } = options;
  await mkdir(options.directory, { recursive: true });
  return askAgain(
    { retryMs: portal.retryMs, log, signal },
    () => checkOnce(options),
    ({ code, said }) => code === 2 && UNREACHED.test(said),
  );
}
