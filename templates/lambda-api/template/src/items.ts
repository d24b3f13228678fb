import {
  DeleteItemCommand,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
} from '@aws-sdk/client-dynamodb';
import type { Content } from './validation.js';

export interface Item extends Content {
  id: string;
  updatedAt: string;
}

/** The only way to the table. */
export interface Items {
  get(id: string): Promise<Item | undefined>;
  put(item: Item): Promise<void>;
  delete(id: string): Promise<void>;
}

export function createItems(options: {
  client: DynamoDBClient;
  tableName: string;
}): Items {
  const { client, tableName: TableName } = options;
  return {
    async get(id) {
      const { Item: found } = await client.send(
        new GetItemCommand({
          TableName,
          Key: { id: { S: id } },
          ConsistentRead: true,
        }),
      );
      return found && toItem(id, found);
    },

    async put({ id, title, note, updatedAt }) {
      await client.send(
        new PutItemCommand({
          TableName,
          Item: {
            id: { S: id },
            title: { S: title },
            updatedAt: { S: updatedAt },
            ...(note === undefined ? {} : { note: { S: note } }),
          },
        }),
      );
    },

    async delete(id) {
      await client.send(
        new DeleteItemCommand({ TableName, Key: { id: { S: id } } }),
      );
    },
  };
}

function toItem(id: string, found: Record<string, { S?: string }>): Item {
  const title = found.title?.S;
  const updatedAt = found.updatedAt?.S;
  if (title === undefined || updatedAt === undefined) {
    throw new Error('An item in the table is not whole');
  }
  const note = found.note?.S;
  return { id, title, ...(note === undefined ? {} : { note }), updatedAt };
}
