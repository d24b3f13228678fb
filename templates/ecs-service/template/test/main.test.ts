import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { describe, it } from 'node:test';

function start(env: Record<string, string>) {
  const child = spawn(process.execPath, ['dist/src/main.js'], { env });
  let said = '';
  const heard = (wanted: string) =>
    new Promise<void>((resolve, reject) => {
      child.stdout.on('data', chunk => {
        said += chunk;
        if (said.includes(wanted)) {
          resolve();
        }
      });
      child.once('exit', () => reject(new Error(said)));
    });
  let complaint = '';
  child.stderr.on('data', chunk => {
    complaint += chunk;
  });
  return { child, heard, complaint: () => complaint };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

describe('the process', () => {
  it('says what is not set, and does not start', async () => {
    const { child, complaint } = start({ PORT: '0', JWT_AUDIENCE: 'a' });
    const [code] = await once(child, 'close');
    assert.equal(code, 1);
    assert.match(complaint(), /JWT_ISSUER is not set/);
  });

  it('answers, and leaves when it is asked to', async () => {
    const port = await freePort();
    const { child, heard } = start({
      PORT: String(port),
      JWT_AUDIENCE: 'api://tests',
      JWT_ISSUER: 'https://login.example',
    });
    try {
      await heard('Listening');
      const answer = await fetch(`http://127.0.0.1:${port}/health`);
      assert.equal(answer.status, 200);
      child.kill('SIGTERM');
      const [code] = await once(child, 'exit');
      assert.equal(code, 0);
    } finally {
      child.kill('SIGKILL');
    }
  });
});
