import assert from 'node:assert/strict';
import { createServer, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, beforeEach, describe, it } from 'node:test';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { createItems, Items } from '../src/items.js';

/** Answers as DynamoDB does on the wire, on this machine only. */
describe('the table', () => {
  let server: Server;
  let client: DynamoDBClient;
  let items: Items;
  let asked: { operation: string; input: unknown }[];
  let answer: object;

  before(async () => {
    server = createServer(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) {
        chunks.push(chunk as Buffer);
      }
      asked.push({
        operation: String(request.headers['x-amz-target']).split('.')[1] ?? '',
        input: JSON.parse(Buffer.concat(chunks).toString('utf8')),
      });
      response.setHeader('content-type', 'application/x-amz-json-1.0');
      response.end(JSON.stringify(answer));
    });
    await new Promise<void>(resolve => {
      server.listen(0, '127.0.0.1', resolve);
    });
    const { port } = server.address() as AddressInfo;
    client = new DynamoDBClient({
      endpoint: `http://127.0.0.1:${port}`,
      region: 'eu-central-1',
      credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    });
    items = createItems({ client, tableName: 'items' });
  });
  beforeEach(() => {
    asked = [];
    answer = {};
  });
  after(async () => {
    client.destroy();
    server.closeAllConnections();
    await new Promise(resolve => {
      server.close(resolve);
    });
  });

  it('is asked for one item, as it is now', async () => {
    answer = {
      Item: {
        id: { S: 'tea' },
        title: { S: 'Tea' },
        updatedAt: { S: '2026-01-02' },
      },
    };
    assert.deepEqual(await items.get('tea'), {
      id: 'tea',
      title: 'Tea',
      updatedAt: '2026-01-02',
    });
    assert.deepEqual(asked, [
      {
        operation: 'GetItem',
        input: {
          TableName: 'items',
          Key: { id: { S: 'tea' } },
          ConsistentRead: true,
        },
      },
    ]);
  });

  it('may have no such item', async () => {
    assert.equal(await items.get('tea'), undefined);
  });

  it('may hold what is not whole', async () => {
    answer = { Item: { id: { S: 'tea' } } };
    await assert.rejects(items.get('tea'), /not whole/);
  });

  it('is given an item, and has one taken away', async () => {
    const item = { id: 'tea', title: 'Tea', note: 'Green', updatedAt: 'now' };
    await items.put(item);
    await items.delete('tea');
    assert.deepEqual(asked, [
      {
        operation: 'PutItem',
        input: {
          TableName: 'items',
          Item: {
            id: { S: 'tea' },
            title: { S: 'Tea' },
            note: { S: 'Green' },
            updatedAt: { S: 'now' },
          },
        },
      },
      {
        operation: 'DeleteItem',
        input: { TableName: 'items', Key: { id: { S: 'tea' } } },
      },
    ]);
  });
});
