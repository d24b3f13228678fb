import { resolve } from 'node:path';
import { InputError } from '@backstage/errors';
import { PipelineOptions } from '../pipeline';

/** The options that turn the pipeline on: all of them, or none. */
export const pipelineFlags = {
  portal: { type: 'string' },
  pages: { type: 'string' },
  'token-env': { type: 'string', default: 'PAVED_ROAD_TOKEN' },
  cli: { type: 'string' },
  environment: { type: 'string', default: 'production' },
  workflow: { type: 'string' },
  aws: { type: 'string' },
  product: { type: 'string' },
  'production-account': { type: 'string' },
  'deploy-key': { type: 'string' },
  region: { type: 'string', default: 'eu-central-1' },
} as const;

export const PIPELINE_USAGE = `
With --portal the forge runs the platform's pipeline:
  --portal              the address of the portal's API
  --pages               where its pages are, if not there
  --token-env           the variable that holds the token for it (PAVED_ROAD_TOKEN)
  --cli                 the command line that checks, a file that Node runs
  --environment         whose enforcement counts (production)
  --workflow            the platform's: owner/repository/.github/workflows/file.yml
  --aws                 the sandbox AWS, where is deployed to
  --product             the product there that pipelines are provisioned from
  --production-account  the account that is deployed to
  --deploy-key          the access key of the role that deploys
  --region              of the account (eu-central-1)
`;

type Values = { [flag in keyof typeof pipelineFlags]?: string };

// A portal that is only just starting answers within this.
const RETRY_MS = [2_000, 5_000, 10_000, 20_000, 30_000];

const WORKFLOW = /^[\w.-]+\/[\w.-]+\/\.github\/workflows\/[\w.-]+\.ya?ml$/;

function need(flag: string, value: string | undefined, what: string): string {
  if (!value) {
    throw new InputError(`--${flag} needs ${what}`);
  }
  return value;
}

function address(flag: string, value: string): string {
  if (!URL.canParse(value) || !/^https?:/.test(value)) {
    throw new InputError(`--${flag} needs an http or https address`);
  }
  return value.replace(/\/+$/, '');
}

function productionOf(values: Values) {
  const { aws, 'production-account': account, 'deploy-key': key } = values;
  if (!account && !key) {
    return undefined;
  }
  if (!/^\d{12}$/.test(account ?? '')) {
    throw new InputError('--production-account needs twelve digits');
  }
  return {
    endpoint: address('aws', aws ?? ''),
    account: account!,
    region: values.region ?? 'eu-central-1',
    accessKeyId: need('deploy-key', key, 'an access key'),
  };
}

/**
 * Reads how the pipeline is to be run; undefined where it isn't asked for.
 *
 * @throws InputError for what can't be meant.
 */
export function readPipelineOptions(
  values: Values,
  options: { dataDirectory: string; env: NodeJS.ProcessEnv },
): PipelineOptions | undefined {
  const { aws, cli, pages, portal, product, workflow } = values;
  if (!portal) {
    return undefined;
  }
  const url = address('portal', portal);
  const variable = values['token-env'] ?? 'PAVED_ROAD_TOKEN';
  const token = options.env[variable];
  if (!token) {
    throw new InputError(
      `--token-env: the variable ${variable} has to hold the token`,
    );
  }
  if (workflow && !WORKFLOW.test(workflow)) {
    throw new InputError(
      '--workflow needs owner/repository/.github/workflows/file.yml',
    );
  }
  return {
    dataDirectory: resolve(options.dataDirectory, '.runs'),
    portal: {
      ...{ url, token },
      pages: pages ? address('pages', pages) : new URL(url).origin,
      cli: resolve(need('cli', cli, 'the file of the command line')),
      environment: values.environment ?? 'production',
      retryMs: RETRY_MS,
    },
    workflow,
    provisioned:
      aws && product ? { aws: address('aws', aws), product } : undefined,
    production: productionOf(values),
  };
}
