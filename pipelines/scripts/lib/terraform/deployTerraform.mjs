import { mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { aws } from '../aws.mjs';
import { check } from '../check.mjs';
import { keepDocuments } from '../keepDocuments.mjs';
import { Refusal } from '../Refusal.mjs';
import { judgeInit } from './judgeInit.mjs';
import { judgePlan } from './judgePlan.mjs';
import { judgeTerraform } from './judgeTerraform.mjs';
import { keepConfiguration } from './keepConfiguration.mjs';
import { startTerraform } from './startTerraform.mjs';

/** How long another run of the same service may take. */
const lockTimeout = () =>
  `-lock-timeout=${process.env.PAVED_ROAD_LOCK_TIMEOUT || '10m'}`;

/**
 * Plans what was built against what is there, checks that plan, and applies
 * exactly it; then tells the portal what is there.
 *
 * @returns {Promise<number>} the exit code
 */
export async function deployTerraform({ about, documents, artifacts, target }) {
  const work = await mkdtemp(join(tmpdir(), 'paved-road-'));
  try {
    const [{ path }] = documents;
    await keepDocuments({ documents, from: artifacts, to: join(work, 'told') });
    const root = join(work, 'configuration');
    await keepConfiguration({ from: artifacts, to: root });
    await judgeTerraform({ root, path });
    const folder = join(root, dirname(path));
    const { region } = target;
    const terraform = await startTerraform({
      ...{ folder, scratch: work, about, region },
    });
    await need(
      'The configuration can’t be read',
      terraform(
        [...['init', '-backend=false'], ...['-lockfile=readonly', '-no-color']],
        { show: true },
      ),
    );
    await judgeInit({ root, folder });
    const credentials = await assumeRole(about, target);
    await init({ terraform, credentials, about, target });
    const steps = {
      ...{ terraform, credentials, root, folder, work, path, about },
    };
    const document = await plan(steps, 'pipeline', 'tfplan');
    if (document.exitCode !== 0) {
      return document.exitCode;
    }
    await apply(steps);
    const { exitCode } = await check({
      ...{ directory: document.directory, targets: [path] },
      ...{ stage: 'deployed', about },
    });
    return exitCode;
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function need(what, running) {
  const { code, stdout, stderr } = await running;
  if (code !== 0) {
    throw new Refusal(`${what}${stderr ? `: ${stderr.trim()}` : ''}`, 1);
  }
  return stdout;
}

const nameOf = ({ service }) => service.split('/').at(-1).toLowerCase();

/** The role that changes what this service has by Terraform, and no other's state. */
async function assumeRole(about, { roleArn }) {
  const { Credentials } = await aws('sts', 'assume-role', {
    RoleArn: roleArn.replace(/[^/]+$/, `terraform-${nameOf(about)}`),
    RoleSessionName: about.run.replace(/[^\w=,.@-]/g, '-').slice(0, 64),
    DurationSeconds: 3600,
  });
  return {
    AWS_ACCESS_KEY_ID: Credentials.AccessKeyId,
    AWS_SECRET_ACCESS_KEY: Credentials.SecretAccessKey,
    AWS_SESSION_TOKEN: Credentials.SessionToken,
  };
}

/** The state lies where the platform says; the configuration can say nothing of it. */
function init({ terraform, credentials, about, target }) {
  const [account] = /(?<=:)\d{12}(?=:)/.exec(target.roleArn);
  const backend = {
    bucket: `paved-road-state-${account}-${target.region}`,
    key: `${nameOf(about)}/terraform.tfstate`,
    region: target.region,
    use_lockfile: 'true',
  };
  return need(
    'The state can’t be reached',
    terraform(
      [
        ...['init', '-input=false', '-lockfile=readonly', '-no-color'],
        ...Object.entries(backend).map(
          ([name, value]) => `-backend-config=${name}=${value}`,
        ),
      ],
      { credentials, show: true },
    ),
  );
}

/** Plans, and checks what was planned in the place of what the build has planned. */
async function plan(steps, stage, file) {
  const { terraform, credentials, work, path, about, root, folder } = steps;
  await need(
    'It can’t be planned',
    terraform(
      [
        ...['plan', '-input=false', '-no-color', lockTimeout()],
        `-out=${join(work, file)}`,
      ],
      { credentials, show: true },
    ),
  );
  const text = await need(
    'The plan can’t be read',
    terraform(['show', '-json', '-no-color', join(work, file)], {
      credentials,
    }),
  );
  await judgePlan({ plan: JSON.parse(text), root, folder });
  const directory = join(work, stage);
  await mkdir(dirname(join(directory, path)), { recursive: true });
  await writeFile(join(directory, path), text);
  const { exitCode } = await check({
    ...{ directory, targets: [path], stage, about },
  });
  return { directory, exitCode };
}

async function apply(steps) {
  const { terraform, credentials, work } = steps;
  const { code } = await terraform(
    [
      ...['apply', '-input=false', '-no-color', lockTimeout()],
      join(work, 'tfplan'),
    ],
    { credentials, show: true },
  );
  if (code === 0) {
    return;
  }
  const lost = await saveState(steps);
  // What is there now is what counts, also of an apply that broke off.
  await plan(steps, 'deployed', 'afterwards').catch(error =>
    process.stderr.write(`${error.message}\n`),
  );
  throw new Refusal(
    `The plan could not be applied to its end; some of it may be there.${lost}`,
    1,
  );
}

/** Where the state could not be written, Terraform leaves it in a file, which goes with the machine. */
async function saveState({ terraform, credentials, folder }) {
  const left = await stat(join(folder, 'errored.tfstate')).catch(
    () => undefined,
  );
  for (let tries = left ? 3 : 0; tries > 0; tries -= 1) {
    const { code } = await terraform(
      ['state', 'push', '-lock-timeout=1m', 'errored.tfstate'],
      { credentials, show: true },
    );
    if (code === 0) {
      return '';
    }
  }
  return left
    ? ' The state could not be written: ask the platform to import what was made before anybody runs this again'
    : '';
}
