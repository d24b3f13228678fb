import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { createApi } from './api.js';
import { createItems } from './items.js';
import { createLog } from './log.js';

const tableName = process.env.TABLE_NAME;
if (!tableName) {
  throw new Error('TABLE_NAME is not set; infra/template.yaml sets it');
}

// Outside the function, so that connections outlive one call.
const client = new DynamoDBClient({ maxAttempts: 3 });

export const handler = createApi({
  items: createItems({ client, tableName }),
  log: createLog(),
});
