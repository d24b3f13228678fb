import { S3Client } from '@aws-sdk/client-s3';
import { createLog } from './log.js';
import { createPublisher } from './publisher.js';

const release = process.env.RELEASE;
if (!release) {
  throw new Error('RELEASE is not set; infra/template.yaml sets it');
}

export const handler = createPublisher({
  client: new S3Client({ maxAttempts: 5 }),
  log: createLog(),
  release,
  directory: 'dist/site',
});
