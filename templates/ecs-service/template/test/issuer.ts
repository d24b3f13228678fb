import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';

/** An issuer of tokens on this machine, with keys of its own. */
export async function startIssuer() {
  const { privateKey, publicKey } = await generateKeyPair('ES256');
  const other = await generateKeyPair('ES256');
  const key = { ...(await exportJWK(publicKey)), kid: 'one', alg: 'ES256' };
  let isDown = false;
  const server = createServer((request, response) => {
    const answers: Record<string, object> = {
      '/.well-known/openid-configuration': {
        issuer: address(),
        jwks_uri: `${address()}/keys`,
      },
      '/keys': { keys: [key] },
    };
    const found = isDown ? undefined : answers[request.url ?? ''];
    response.writeHead(found ? 200 : 503, {
      'content-type': 'application/json',
    });
    response.end(JSON.stringify(found ?? {}));
  });
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = () =>
    `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    address: address(),
    /** A token as it should be, but for what is given. */
    token({
      issuer = address(),
      audience = 'api://tests',
      subject = 'somebody',
      expires = '5m',
      isForged = false,
    }: {
      issuer?: string;
      audience?: string;
      subject?: string;
      expires?: string;
      isForged?: boolean;
    } = {}) {
      const token = new SignJWT(subject ? { sub: subject } : {})
        .setProtectedHeader({ alg: 'ES256', kid: 'one' })
        .setIssuer(issuer)
        .setAudience(audience);
      if (expires) {
        token.setExpirationTime(expires);
      }
      return token.sign(isForged ? other.privateKey : privateKey);
    },
    /** Takes the public key for a secret. */
    tokenFromPublicKey() {
      return new SignJWT({ sub: 'somebody' })
        .setProtectedHeader({ alg: 'HS256', kid: 'one' })
        .setIssuer(address())
        .setAudience('api://tests')
        .setExpirationTime('5m')
        .sign(new TextEncoder().encode(JSON.stringify(key)));
    },
    goDown(down: boolean) {
      isDown = down;
    },
    async stop() {
      server.closeAllConnections();
      await new Promise(resolve => {
        server.close(resolve);
      });
    },
  };
}
