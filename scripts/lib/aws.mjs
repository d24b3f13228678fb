import { join } from 'node:path';
import { dataDirectory, fromRoot } from './paths.mjs';
import { printed, start } from './processes.mjs';

/** Starts the sandbox AWS and waits until it answers. */
export async function startAws(port) {
  const aws = start(
    process.execPath,
    [
      fromRoot('packages/sandbox/bin/sandbox-aws'),
      '--port',
      String(port),
      '--data',
      join(dataDirectory, 'aws'),
      '--products',
      fromRoot('examples/products'),
    ],
    { env: { ...process.env, NODE_ENV: 'development' } },
  );
  await printed(aws, /listening/i, 'The sandbox AWS');
  return aws;
}

/**
 * Where the backend finds AWS: nowhere but in the sandbox. The access keys of
 * its accounts are in the configuration, and are names rather than secrets.
 */
export function awsEnvironment(port) {
  const address = `http://localhost:${port}`;
  return {
    AWS_ENDPOINT_URL: address,
    AWS_ENDPOINT_URL_SERVICE_CATALOG: address,
    AWS_ENDPOINT_URL_STS: address,
    AWS_EC2_METADATA_DISABLED: 'true',
  };
}
