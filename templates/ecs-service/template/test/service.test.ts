import assert from 'node:assert/strict';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, beforeEach, describe, it } from 'node:test';
import { createLog } from '../src/log.js';
import { createService } from '../src/service.js';
import { createTokens } from '../src/tokens.js';
import { startIssuer } from './issuer.js';

describe('the service', () => {
  let issuer: Awaited<ReturnType<typeof startIssuer>>;
  let server: Server;
  let lines: string[];

  before(async () => {
    issuer = await startIssuer();
  });
  after(() => issuer.stop());

  beforeEach(async () => {
    lines = [];
    issuer.goDown(false);
    server = createService({
      tokens: createTokens({
        issuer: issuer.address,
        audience: 'api://tests',
      }),
      log: createLog(line => lines.push(line)),
    });
    await new Promise<void>(resolve => {
      server.listen(0, '127.0.0.1', resolve);
    });
  });

  async function call(path: string, init: RequestInit = {}) {
    const { port } = server.address() as AddressInfo;
    try {
      const response = await fetch(`http://127.0.0.1:${port}${path}`, init);
      return {
        status: response.status,
        type: response.headers.get('content-type'),
        body: (await response.json()) as Record<string, unknown>,
      };
    } finally {
      server.closeAllConnections();
      server.close();
    }
  }

  const check = async (body: string, headers: Record<string, string> = {}) =>
    call('/iban-checks', {
      method: 'POST',
      body,
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${await issuer.token()}`,
        ...headers,
      },
    });

  it('checks an IBAN', async () => {
    const answer = await check('{"iban":"DE89 3704 0044 0532 0130 00"}');
    assert.deepEqual(answer.body, { country: 'DE', valid: true });
    assert.equal(answer.status, 200);
  });

  it('says that it is up, to anybody', async () => {
    issuer.goDown(true);
    assert.deepEqual((await call('/health')).body, { status: 'up' });
  });

  const tokens: [string, Parameters<typeof issuer.token>[0]][] = [
    ['of another issuer', { issuer: 'https://elsewhere.example' }],
    ['for another service', { audience: 'api://another' }],
    ['that has expired', { expires: '-1m' }],
    ['that never expires', { expires: '' }],
    ['for nobody', { subject: '' }],
    ['signed by somebody else', { isForged: true }],
  ];
  for (const [what, token] of tokens) {
    it(`takes no token ${what}`, async () => {
      const authorization = `Bearer ${await issuer.token(token)}`;
      assert.equal((await check('{}', { authorization })).status, 401);
    });
  }

  for (const authorization of ['', 'Bearer', 'Bearer a.b.c', 'Basic YTpi']) {
    it(`takes no "${authorization}" for a token`, async () => {
      const answer = await check('{}', { authorization });
      assert.equal(answer.status, 401);
      assert.equal(answer.type, 'application/problem+json');
    });
  }

  it('takes no token that is not signed', async () => {
    const encode = (part: object) =>
      Buffer.from(JSON.stringify(part)).toString('base64url');
    const claims = { iss: issuer.address, aud: 'api://tests', sub: 'me' };
    const token = `${encode({ alg: 'none' })}.${encode(claims)}.`;
    const answer = await check('{}', { authorization: `Bearer ${token}` });
    assert.equal(answer.status, 401);
  });

  it('takes no token that is signed with what everybody may read', async () => {
    const token = await issuer.tokenFromPublicKey();
    const answer = await check('{}', { authorization: `Bearer ${token}` });
    assert.equal(answer.status, 401);
  });

  it('does not call a token wrong when the issuer is away', async () => {
    issuer.goDown(true);
    const answer = await check('{"iban":"DE89"}');
    assert.equal(answer.status, 500);
    assert.equal(answer.body.title, 'Something went wrong on our side');
    assert.match(lines.join(), /The issuer answered 503/);
  });

  const refused: [string, string, number][] = [
    ['no body', '', 400],
    ['a body that is no JSON', 'iban=DE89', 400],
    ['a list', '["DE89"]', 400],
    ['no IBAN', '{}', 400],
    ['an IBAN that is no text', '{"iban":{"a":1}}', 400],
    ['an IBAN that is too long', `{"iban":"${'A'.repeat(43)}"}`, 400],
    ['a field that nobody knows', '{"iban":"DE89","a":1}', 400],
    ['a body that is too large', `"${'a'.repeat(17_000)}"`, 413],
    ['a body that is far too large', 'a'.repeat(8_000_000), 413],
  ];
  for (const [what, body, status] of refused) {
    it(`refuses ${what}, and says why`, async () => {
      const answer = await check(body);
      assert.equal(answer.status, status);
      assert.match(String(answer.body.title), /has to|may have/);
    });
  }

  it('takes nothing but JSON', async () => {
    const answer = await check('{}', { 'content-type': 'text/plain' });
    assert.equal(answer.status, 415);
  });

  it('knows no other routes', async () => {
    const authorization = `Bearer ${await issuer.token()}`;
    const answer = await call('/../etc/passwd', { headers: { authorization } });
    assert.equal(answer.status, 404);
  });

  it('writes neither IBANs nor tokens into the log', async () => {
    const token = await issuer.token();
    await check('{"iban":"DE89370400440532013000"}', {
      authorization: `Bearer ${token}`,
    });
    assert.match(lines.join(), /somebody/);
    assert.doesNotMatch(lines.join(), /3704/);
    assert.ok(!lines.join().includes(token));
  });
});
