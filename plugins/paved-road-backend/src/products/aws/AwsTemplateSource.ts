import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { DescribeProvisioningArtifactCommand } from '@aws-sdk/client-service-catalog';
import { toError } from '@backstage/errors';
import { TemplateError, TemplateSource } from '../preflight/TemplateSource';
import { AwsAccounts } from './AwsAccounts';
import { readLimited } from './readLimited';
import { S3Location, s3LocationOf } from './s3Location';
import { isTemplateUrl } from './templateUrl';

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
    const response = await fetchTemplate(url);
    if (response.ok) {
      return readLimited(response.body ?? noBody());
    }
    await response.body?.cancel();
    const location = response.status === 403 ? s3LocationOf(url) : undefined;
    if (!location) {
      throw new TemplateError(
        `The template of this version could not be fetched (HTTP ${response.status})`,
      );
    }
    return this.#readFromS3(account, location);
  }

  /** A bucket that is not open to everybody may be open to the portal's role. */
  async #readFromS3(account: string, location: S3Location): Promise<string> {
    const client = await this.#accounts.clientOf(account);
    const s3 = new S3Client({
      credentials: client.config.credentials,
      region: location.region ?? client.config.region,
      followRegionRedirects: true,
      maxAttempts: 3,
      requestHandler: {
        requestTimeout: TIMEOUT_MS,
        throwOnRequestTimeout: true,
      },
    });
    try {
      const { Body } = await s3.send(
        new GetObjectCommand({ Bucket: location.bucket, Key: location.key }),
      );
      return await readLimited(
        (Body as AsyncIterable<Uint8Array> | undefined) ?? noBody(),
      );
    } catch (error) {
      if (error instanceof TemplateError) {
        throw error;
      }
      throw new TemplateError(
        `The template of this version could not be fetched: its bucket has to be open to the portal’s role, by s3:GetObject (${
          toError(error).name
        })`,
      );
    } finally {
      s3.destroy();
    }
  }
}

async function fetchTemplate(url: string): Promise<Response> {
  try {
    return await fetch(url, {
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
}

async function* noBody(): AsyncGenerator<Uint8Array> {
  // Nothing comes.
}
