import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { RepositoryId } from '../../forge/git/names';
import { limits } from '../limits';
import { Run, RunDocument } from '../model';
import { CheckOptions, runCheck } from '../verdict/runCheck';
import { judge, Judgement } from '../verdict/judge';
import { DeployFailure } from './DeployFailure';
import { deployStack } from './deployStack';
import { stackName } from './stackName';
import { templateParameters } from './templateParameters';

/** Where is deployed to, and as whom. */
export interface Production {
  /** Of the sandbox AWS. */
  endpoint: string;
  account: string;
  region: string;
  /** Of the role that alone changes stacks there. */
  accessKeyId: string;
}

const digestOf = (bytes: Buffer) =>
  `sha256:${createHash('sha256').update(bytes).digest('hex')}`;

/** @throws DeployFailure for anything but the very bytes that were scanned. */
async function readScanned(artefact: string, { path, digest }: RunDocument) {
  const bytes = await readFile(join(artefact, path)).catch(() => undefined);
  if (!bytes || digestOf(bytes) !== digest) {
    throw new DeployFailure(
      `${path} is not what was scanned, so nothing is deployed`,
    );
  }
  const text = bytes.toString('utf8');
  if (!Buffer.from(text, 'utf8').equals(bytes)) {
    throw new DeployFailure(`${path} is not UTF-8, so it can’t be deployed`);
  }
  return text;
}

export interface DeployOptions {
  run: Run;
  repository: RepositoryId;
  production: Production;
  /** What was scanned, where it lies. */
  artefact: string;
  documents: RunDocument[];
  check: Omit<CheckOptions, 'stage' | 'documents' | 'targets'>;
  /** Where what comes back is put. */
  deployed: string;
}

const isTemplate = ({ format }: RunDocument) =>
  ['cloudformation-yaml', 'cloudformation-json', 'cdk'].includes(format);

/**
 * Deploys the templates that were scanned and nothing else, reads back what is
 * there, and lets it be checked.
 *
 * @returns undefined where there is nothing that could be deployed here
 * @throws DeployFailure; the signal's reason where it is aborted.
 */
export async function runDeploy(
  options: DeployOptions,
): Promise<Judgement | undefined> {
  const { artefact, check, deployed, production, run } = options;
  const { log } = check;
  const templates = options.documents.filter(isTemplate);
  for (const { path } of options.documents.filter(one => !isTemplate(one))) {
    log(`▸ ${path} is not deployed: the sandbox has no Terraform\n`);
  }
  if (templates.length === 0) {
    return undefined;
  }
  const { service } = run.wiring;
  const orders = await Promise.all(
    templates.map(async document => ({
      ...document,
      name: stackName(service, document.path),
      template: await readScanned(artefact, document),
    })),
  );
  if (new Set(orders.map(({ name }) => name)).size < orders.length) {
    throw new DeployFailure(
      'Two of the documents would share a stack; call them differently',
    );
  }
  const { endpoint, region, accessKeyId, account } = production;
  const client = new CloudFormationClient({
    ...{ endpoint, region, maxAttempts: 3 },
    credentials: { accessKeyId, secretAccessKey: 'sandbox' },
  });
  const signal = AbortSignal.any([
    check.signal,
    AbortSignal.timeout(limits.deployMs),
  ]);
  const { owner, name } = options.repository;
  const values = {
    ArtifactBucket: `sandbox-artifacts-${account}`,
    ArtifactKey: `${owner}/${name}/${run.sha}.zip`,
  };
  try {
    for (const order of orders) {
      log(`▸ ${order.path} goes into the stack ${order.name}\n`);
      const parameters = templateParameters(order.template, values);
      const there = await deployStack({
        ...{ client, account, service, parameters, signal, log },
        ...{ name: order.name, template: order.template },
      });
      await mkdir(dirname(join(deployed, order.path)), { recursive: true });
      await writeFile(join(deployed, order.path), there);
    }
  } finally {
    client.destroy();
  }
  log('▸ What is there now is checked\n');
  return judge(
    await runCheck({
      ...check,
      stage: 'deployed',
      documents: deployed,
      targets: orders.map(({ path }) => path),
    }),
  );
}
