import { DescribeProvisioningArtifactCommand } from '@aws-sdk/client-service-catalog';
import { toError } from '@backstage/errors';
import { TemplateError, TemplateSource } from '../preflight/TemplateSource';
import { AwsAccounts } from './AwsAccounts';
import { isTemplateUrl } from './templateUrl';

/** CloudFormation takes no larger ones: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html */
const MOST_BYTES = 1024 * 1024;

const TIMEOUT_MS = 10_000;

/** Reads templates from where Service Catalog says that they are. */
export class AwsTemplateSource implements TemplateSource {
  readonly #accounts: AwsAccounts;
  readonly #endpoint?: string;

  constructor(options: {
    accounts: AwsAccounts;
    /** That AWS's client is told to ask instead of AWS. */
    endpoint?: string;
  }) {
    this.#accounts = options.accounts;
    this.#endpoint = options.endpoint;
  }

  async readTemplate(
    account: string,
    of: { product: string; version: string },
  ): Promise<string> {
    const url = await this.#accounts.ask(account, async client => {
      const { Info } = await client.send(
        new DescribeProvisioningArtifactCommand({
          ProductId: of.product,
          ProvisioningArtifactId: of.version,
        }),
      );
      return Info?.TemplateUrl ?? Info?.LoadTemplateFromURL;
    });
    if (!url) {
      throw new TemplateError(
        'AWS does not say where the template of this version is; it may be no CloudFormation',
      );
    }
    if (!isTemplateUrl(url, this.#endpoint)) {
      throw new TemplateError(
        'The template of this version is at an address from which the portal reads none',
      );
    }
    return fetchText(url);
  }
}

async function fetchText(url: string): Promise<string> {
  let response: Response;
  try {
    response = await fetch(url, {
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
  } catch (error) {
    // An address may carry a signature, so it is not repeated.
    throw new TemplateError(
      `The template of this version could not be fetched (${
        toError(error).name
      })`,
    );
  }
  if (!response.ok) {
    await response.body?.cancel();
    throw new TemplateError(
      `The template of this version could not be fetched (HTTP ${response.status})`,
    );
  }
  return readLimited(response);
}

async function readLimited(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of response.body ?? []) {
      size += chunk.byteLength;
      if (size > MOST_BYTES) {
        throw new TemplateError(
          'The template of this version is larger than CloudFormation takes',
        );
      }
      chunks.push(chunk);
    }
  } catch (error) {
    if (error instanceof TemplateError) {
      throw error;
    }
    throw new TemplateError(
      `The template of this version broke off (${toError(error).name})`,
    );
  }
  return Buffer.concat(chunks).toString('utf8');
}
