import type { S3Client } from '@aws-sdk/client-s3';
import type { Log } from './log.js';
import { expectPublished, publish, withdraw } from './release.js';

/** What CloudFormation asks of a custom resource, as far as it is used. */
export interface Request {
  RequestType: 'Create' | 'Update' | 'Delete';
  ResponseURL: string;
  StackId: string;
  RequestId: string;
  LogicalResourceId: string;
  PhysicalResourceId?: string;
  ResourceProperties: { Release: string; Buckets: string[] };
}

interface Options {
  client: S3Client;
  log: Log;
  /** The release that came with this code. */
  release: string;
  /** Its files. */
  directory: string;
}

/**
 * A release is a folder of its own that is complete before anybody is led to it,
 * and is taken away when CloudFormation cleans up after the next one. Whatever goes
 * wrong is told to CloudFormation, which then leads back to the one before.
 */
export function createPublisher({ client, log, release, directory }: Options) {
  async function carryOut(request: Request): Promise<void> {
    const { RequestType, ResourceProperties, PhysicalResourceId } = request;
    for (const bucket of ResourceProperties.Buckets) {
      if (RequestType === 'Delete') {
        await withdraw(client, bucket, PhysicalResourceId ?? '');
      } else if (ResourceProperties.Release === release) {
        const files = await publish(client, bucket, release, directory);
        log.info('Published', { release, bucket, files });
      } else {
        // Led back to one before, whose files came with other code.
        await expectPublished(client, bucket, ResourceProperties.Release);
      }
    }
  }

  return async (request: Request): Promise<void> => {
    const id =
      request.RequestType === 'Delete'
        ? request.PhysicalResourceId
        : request.ResourceProperties.Release;
    let failure: string | undefined;
    try {
      await carryOut(request);
    } catch (error) {
      log.error('Failed', { requestType: request.RequestType, error });
      failure = error instanceof Error ? error.message : 'See the log';
    }
    await answer(request, id ?? 'none', failure);
  };
}

async function answer(request: Request, id: string, failure?: string) {
  const { StackId, RequestId, LogicalResourceId, ResponseURL } = request;
  const response = await fetch(ResponseURL, {
    method: 'PUT',
    // The address is signed for no type at all.
    headers: { 'content-type': '' },
    body: JSON.stringify({
      Status: failure === undefined ? 'SUCCESS' : 'FAILED',
      ...(failure === undefined ? {} : { Reason: failure.slice(0, 1000) }),
      PhysicalResourceId: id,
      StackId,
      RequestId,
      LogicalResourceId,
    }),
    signal: AbortSignal.timeout(20_000),
  });
  if (!response.ok) {
    throw new Error(`CloudFormation was not told: ${response.status}`);
  }
}
