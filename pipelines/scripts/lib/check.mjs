import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { portalToken } from './portalToken.mjs';
import { Refusal } from './Refusal.mjs';
import { run } from './run.mjs';

const CONFIG = fileURLToPath(new URL('../check.yaml', import.meta.url));

/**
 * Checks documents against the rules that the portal has in force, and posts the
 * result; what fails is told with its reasons.
 *
 * @returns {Promise<{ exitCode: number, documents: { path: string, digest: string, format: string }[] }>}
 */
export async function check({ directory, targets, stage, about }) {
  const scratch = await mkdtemp(join(tmpdir(), 'paved-road-'));
  try {
    const report = join(scratch, 'report.json');
    const common = [
      ...['check', '--config', CONFIG, '--portal', about.portal],
      ...['--environment', about.environment],
    ];
    const posting = [
      ...['--service', about.service, '--run', about.run],
      ...['--commit', about.commit, '--stage', stage],
      ...['--run-url', about.runUrl],
    ];
    const options = {
      cwd: directory,
      env: environment(scratch, await portalToken()),
      show: true,
    };
    const program = process.env.PAVED_ROAD_CLI || 'paved-road';
    const { code: exitCode } = await run(
      program,
      [
        ...common,
        ...posting,
        '--format',
        'json',
        '--output',
        report,
        '--',
      ].concat(targets),
      options,
    );
    const documents = await readReport(report, exitCode);
    if (exitCode !== 0 && documents.length > 0) {
      // Once more for people to read; whatever it ends with changes nothing.
      await run(program, [...common, '--', ...targets], options);
    }
    return { exitCode, documents };
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/** Nothing of the pipeline's own environment that a check has no use for. */
function environment(scratch, token) {
  const { PATH, HOME, LANG, NODE_EXTRA_CA_CERTS } = process.env;
  return {
    ...{ PATH, HOME, LANG, NODE_EXTRA_CA_CERTS },
    XDG_CACHE_HOME: scratch,
    PAVED_ROAD_TOKEN: token,
  };
}

async function readReport(path, exitCode) {
  const text = await readFile(path, 'utf8').catch(() => undefined);
  if (text === undefined) {
    if (exitCode === 0) {
      throw new Refusal('The check ended well and left no report');
    }
    return [];
  }
  return JSON.parse(text).documents.map(({ path: name, digest, format }) => ({
    path: name,
    digest,
    format,
  }));
}
