import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ApiEvent, createApi } from '../src/api.js';
import type { Item, Items } from '../src/items.js';
import { createLog } from '../src/log.js';

const AT = '2026-01-02T03:04:05.000Z';

function start({ isBroken = false } = {}) {
  const kept = new Map<string, Item>();
  const lines: string[] = [];
  const items: Items = {
    async get(id) {
      if (isBroken) {
        throw new Error('The table is away');
      }
      return kept.get(id);
    },
    async put(item) {
      kept.set(item.id, item);
    },
    async delete(id) {
      kept.delete(id);
    },
  };
  const api = createApi({
    items,
    log: createLog(line => lines.push(line)),
    now: () => new Date(AT),
  });
  const call = async (
    method: string,
    id: string,
    event: Partial<ApiEvent> = {},
  ) => {
    const { statusCode, headers, body } = await api({
      routeKey: `${method} /items/{id}`,
      pathParameters: { id },
      requestContext: { requestId: 'call-1' },
      ...event,
    });
    return { statusCode, headers, body: body && JSON.parse(body) };
  };
  return { call, log: () => lines.map(line => JSON.parse(line)) };
}

describe('the API', () => {
  it('keeps an item, shows it, and forgets it', async () => {
    const { call } = start();
    const item = { id: 'tea', title: 'Tea', note: 'Green', updatedAt: AT };
    const body = JSON.stringify({ title: 'Tea', note: 'Green' });
    assert.deepEqual((await call('PUT', 'tea', { body })).body, item);
    assert.deepEqual((await call('GET', 'tea')).body, item);
    assert.equal((await call('DELETE', 'tea')).statusCode, 204);
    assert.equal((await call('GET', 'tea')).statusCode, 404);
  });

  it('reads a body that API Gateway has encoded', async () => {
    const { call } = start();
    const body = Buffer.from('{"title":"Café"}').toString('base64');
    const answer = await call('PUT', 'tea', { body, isBase64Encoded: true });
    assert.equal(answer.body.title, 'Café');
  });

  const refused: [string, string, string | undefined, number][] = [
    ['an id with a path in it', '../tea', '{"title":"Tea"}', 400],
    ['an id that is too long', 'a'.repeat(65), '{"title":"Tea"}', 400],
    ['no body', 'tea', undefined, 400],
    ['a body that is no JSON', 'tea', 'title=Tea', 400],
    ['a list', 'tea', '["Tea"]', 400],
    ['no title', 'tea', '{"note":"Green"}', 400],
    ['a title of spaces', 'tea', '{"title":"  "}', 400],
    ['a title that is no text', 'tea', '{"title":{"S":"Tea"}}', 400],
    ['a field that nobody knows', 'tea', '{"title":"Tea","id":"x"}', 400],
    ['a prototype', 'tea', '{"title":"Tea","__proto__":{}}', 400],
    ['a body that is too large', 'tea', `"${'a'.repeat(17_000)}"`, 413],
  ];
  for (const [what, id, body, status] of refused) {
    it(`refuses ${what}, and says why`, async () => {
      const { call, log } = start();
      const answer = await call('PUT', id, { body });
      assert.equal(answer.statusCode, status);
      assert.equal(answer.headers['content-type'], 'application/problem+json');
      assert.match(answer.body.title, /has to|may have/);
      assert.equal(log()[0].level, 'WARN');
    });
  }

  it('knows no other routes', async () => {
    const { call } = start();
    const answer = await call('GET', 'tea', { routeKey: 'POST /items' });
    assert.equal(answer.statusCode, 404);
  });

  it('tells the caller nothing of its troubles, and the log all', async () => {
    const { call, log } = start({ isBroken: true });
    const answer = await call('GET', 'tea');
    assert.deepEqual(answer.body, {
      title: 'Something went wrong on our side',
      status: 500,
      requestId: 'call-1',
    });
    assert.equal(log()[0].level, 'ERROR');
    assert.equal(log()[0].requestId, 'call-1');
    assert.equal(log()[0].error.message, 'The table is away');
  });

  it('writes nothing of what it is sent into the log', async () => {
    const { call, log } = start();
    await call('PUT', 'tea', { body: '{"title":"Earl Grey"}' });
    await call('PUT', 'tea', { body: '{"title":"Tea","Earl Grey":1}' });
    assert.equal(log().length, 2);
    assert.doesNotMatch(JSON.stringify(log()), /Earl Grey/);
  });
});
