import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { RepositoryId } from '../../forge/git/names';
import { limits } from '../limits';
import { Run, RunDocument } from '../model';
import { CheckOptions, runCheck } from '../verdict/runCheck';
import { judge, Judgement, unchecked } from '../verdict/judge';
import { DeployFailure } from './DeployFailure';
import { deployStack, StackOrder, templateOf } from './deployStack';
import { readTemplate } from './readTemplate';
import { stackNames } from './stackNames';

const PAUSE_MS = 300;

/** Where is deployed to, and as whom. */
export interface Production {
  /** Of the sandbox AWS. */
  endpoint: string;
  account: string;
  region: string;
  /** Of the role that alone changes stacks there. */
  accessKeyId: string;
  /** How long is waited before a change is looked at again. */
  pauseMs?: number;
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

type Order = StackOrder & { path: string };

const isPlan = ({ format }: RunDocument) => format === 'terraform-plan';

/**
 * What the pipeline gives to templates that ask for it. Nothing lies there: the
 * sandbox has no S3, and builds no image.
 */
function valuesOf({ production, repository, run }: DeployOptions) {
  const image = createHash('sha256').update(run.sha).digest('hex');
  return {
    ArtifactBucket: `sandbox-artifacts-${production.account}`,
    ArtifactKey: `${repository.owner}/${repository.name}/${run.sha}.zip`,
    ImageDigest: `sha256:${image}`,
  };
}

async function ordersOf(
  options: DeployOptions,
  client: CloudFormationClient,
): Promise<Order[]> {
  const { artefact, check, documents, production, run } = options;
  const { service } = run.wiring;
  // As the platform's pipeline has it at work.
  const plan = documents.find(isPlan);
  if (plan) {
    throw new DeployFailure(
      `${plan.path} is a Terraform plan and not the only document. A service is deployed by one plan, or by CloudFormation: make the others a service of their own`,
    );
  }
  const names = stackNames(service, documents);
  const signal = AbortSignal.any([
    check.signal,
    AbortSignal.timeout(limits.deployMs),
  ]);
  const values = valuesOf(options);
  return Promise.all(
    documents.map(async (document, index) => {
      const { path } = document;
      const read = await readTemplate(artefact, document, values);
      return {
        ...{ client, path, service, signal, log: check.log },
        pauseMs: production.pauseMs ?? PAUSE_MS,
        account: production.account,
        name: names[index],
        template: read.text,
        parameters: read.parameters,
      };
    }),
  );
}

/** Lets what is in the stacks now be checked, whatever it is. */
async function checkDeployed(
  { check, deployed }: DeployOptions,
  orders: Order[],
): Promise<Judgement> {
  const others: string[] = [];
  const targets: string[] = [];
  for (const order of orders) {
    const there = await templateOf(order);
    if (there !== order.template) {
      others.push(order.path);
    }
    if (there !== undefined) {
      await mkdir(dirname(join(deployed, order.path)), { recursive: true });
      await writeFile(join(deployed, order.path), there);
      targets.push(order.path);
    }
  }
  if (targets.length === 0) {
    const reason = 'Nothing of what was checked is there';
    return unchecked('error', reason);
  }
  check.log('▸ What is there now is checked\n');
  const judged = judge(
    await runCheck({
      ...check,
      stage: 'deployed',
      ...{ documents: deployed, targets },
    }),
  );
  return others.length === 0
    ? judged
    : {
        ...judged,
        state: judged.state === 'error' ? 'error' : 'stopped',
        reason: `What is deployed is not what was checked: ${others.join(
          ', ',
        )}`,
      };
}

/**
 * Deploys the templates that were scanned and nothing else, reads back what is
 * there, and lets it be checked.
 *
 * @throws DeployFailure; the signal's reason where it is aborted.
 */
export async function runDeploy(options: DeployOptions): Promise<Judgement> {
  const { check, production } = options;
  const client = new CloudFormationClient({
    endpoint: production.endpoint,
    region: production.region,
    maxAttempts: 3,
    credentials: {
      accessKeyId: production.accessKeyId,
      secretAccessKey: 'sandbox',
    },
  });
  try {
    const orders = await ordersOf(options, client);
    let begun = false;
    const began = () => {
      begun = true;
    };
    for (const order of orders) {
      check.log(`▸ ${order.path} goes into the stack ${order.name}\n`);
      try {
        await deployStack(order, began);
      } catch (error) {
        check.signal.throwIfAborted();
        // Of a deployment that has broken off, too, what is there now counts.
        if (begun) {
          await checkDeployed(options, orders);
        }
        throw error;
      }
    }
    return await checkDeployed(options, orders);
  } finally {
    client.destroy();
  }
}

/** Whether this is what Terraform alone can deploy. */
export const isOnePlan = (documents: RunDocument[]) =>
  documents.length === 1 && documents.every(isPlan);
