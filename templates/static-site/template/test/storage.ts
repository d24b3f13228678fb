import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { S3Client } from '@aws-sdk/client-s3';

interface Kept {
  body: string;
  type: string | undefined;
  cache: string | undefined;
}

/** Answers as S3 does on the wire, and as CloudFormation when it is told; on this machine only. */
export async function startStorage() {
  const objects = new Map<string, Kept>();
  const told: Record<string, unknown>[] = [];
  let isFull = false;

  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) {
      chunks.push(chunk as Buffer);
    }
    const body = Buffer.concat(chunks).toString('utf8');
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://s3');
    const key = decodeURIComponent(pathname.slice(1));
    if (key === 'told') {
      told.push(JSON.parse(body));
    } else if (request.method === 'PUT') {
      response.statusCode = isFull ? 403 : 200;
      if (!isFull) {
        objects.set(key, {
          body,
          type: request.headers['content-type'],
          cache: request.headers['cache-control'],
        });
      }
    } else if (request.method === 'DELETE') {
      objects.delete(key);
      response.statusCode = 204;
    } else if (request.method === 'HEAD') {
      response.statusCode = objects.has(key) ? 200 : 404;
    } else {
      const prefix = `${key.replace(/\/?$/, '/')}${searchParams.get('prefix')}`;
      const keys = [...objects.keys()].filter(kept => kept.startsWith(prefix));
      response.setHeader('content-type', 'application/xml');
      response.write(
        `<ListBucketResult>${keys
          .map(
            kept =>
              `<Contents><Key>${kept.slice(
                kept.indexOf('/') + 1,
              )}</Key></Contents>`,
          )
          .join('')}<IsTruncated>false</IsTruncated></ListBucketResult>`,
      );
    }
    response.end();
  });
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const client = new S3Client({
    endpoint,
    forcePathStyle: true,
    region: 'eu-central-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    requestChecksumCalculation: 'WHEN_REQUIRED',
    maxAttempts: 1,
  });

  return {
    client,
    objects,
    told,
    responseUrl: `${endpoint}/told`,
    fill(full: boolean) {
      isFull = full;
    },
    async stop() {
      client.destroy();
      server.closeAllConnections();
      await new Promise(resolve => {
        server.close(resolve);
      });
    },
  };
}
