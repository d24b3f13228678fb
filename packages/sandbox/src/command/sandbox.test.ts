import {
  ChildProcess,
  ChildProcessWithoutNullStreams,
  spawn,
} from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { temporaryDirectory, writeFiles } from '../forge/__testUtils__/forge';

const COMMAND = resolve(__dirname, '../../bin/sandbox');

/** Resolves with what was printed once it matches, or rejects at the end of the process. */
function printed(
  child: ChildProcessWithoutNullStreams,
  pattern: RegExp,
): Promise<string> {
  return new Promise((found, reject) => {
    let output = '';
    const read = (chunk: Buffer) => {
      output += chunk;
      if (pattern.test(output)) {
        found(output);
      }
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('close', code => reject(new Error(`${code}: ${output}`)));
  });
}

const ended = (child: ChildProcess) =>
  new Promise<number | null>(done => child.once('close', done));

const answers = (url: string) =>
  fetch(url).then(
    () => true,
    () => false,
  );

async function answersAfter(url: string, seconds: number) {
  const deadline = Date.now() + seconds * 1_000;
  while (Date.now() < deadline && (await answers(url))) {
    await sleep(100);
  }
  return answers(url);
}

describe('bin/sandbox', () => {
  jest.setTimeout(30_000);
  let directory: string;
  let args: string[];

  beforeEach(async () => {
    directory = await temporaryDirectory();
    await writeFiles(directory, {
      'services/ledger/README.md': 'The ledger\n',
      'services/cards/README.md': 'The cards\n',
      'services/README.md': 'not a service\n',
      'policies/storage/x.guard': 'rule x {}\n',
    });
    args = [
      ...['--port', '0', '--data', join(directory, 'data')],
      ...['--services', join(directory, 'services')],
      ...['--extra', join(directory, 'policies')],
    ];
  });
  afterEach(() => rm(directory, { recursive: true, force: true }));

  it('serves every service and the policies, and ends when it is told to', async () => {
    const child = spawn(process.execPath, [
      ...[COMMAND, ...args, '--tag', 'policies=v1.0.0'],
    ]);
    const output = await printed(child, /listening on \S+/);
    const url = /listening on (\S+)/.exec(output)![1];
    expect(output).toContain('3 repositories');
    const list = await (await fetch(url)).text();
    for (const name of ['cards', 'ledger', 'policies']) {
      expect(list).toContain(`/meridian/${name}"`);
    }
    const rule = `${url}/raw/meridian/policies/v1.0.0/storage/x.guard`;
    expect(await (await fetch(rule)).text()).toBe('rule x {}\n');

    const end = ended(child);
    child.kill('SIGTERM');
    expect(await end).toBe(0);
  });

  it('ends when the process that has started it is killed', async () => {
    const script = `require('node:child_process').spawn(process.execPath, ${JSON.stringify(
      [COMMAND, ...args],
    )}, { stdio: 'inherit', detached: true }); setInterval(() => {}, 1000);`;
    const parent = spawn(process.execPath, ['-e', script]);
    const output = await printed(parent, /listening on \S+/);
    expect(await answers(/listening on (\S+)/.exec(output)![1])).toBe(true);
    parent.kill('SIGKILL');
    const url = /listening on (\S+)/.exec(output)![1];
    expect(await answersAfter(url, 10)).toBe(false);
  });

  it.each([
    [['--port', 'x', '--data', 'd'], /--port needs a number/],
    [['--port', '70000', '--data', 'd'], /--port needs a number/],
    [['--port', '1'], /--data needs a folder/],
    [['--port', '1', '--data', 'd', '--services', 'gone'], /can't be read/],
    [['--port', '1', '--data', 'd', '--team', 'platform'], /--team needs/],
    [['--port', '1', '--data', 'd', '--tag', 'x=-d'], /--tag needs repository/],
    [['--port', '1', '--data', 'd', '--tag', 'x=v1'], /no --services or/],
    [['--port', '1', '--data', 'd', '--what'], /Unknown option '--what'/],
    [
      ['--port', '1', '--data', 'd', '--portal', 'http://127.0.0.1:1/api'],
      /the variable PAVED_ROAD_TOKEN has to hold the token/,
    ],
    [
      ['--port', '1', '--data', 'd', '--portal', 'ftp://x'],
      /--portal needs an http or https address/,
    ],
  ])('says what is wrong with %j', async (wrong, message) => {
    const child = spawn(process.execPath, [COMMAND, ...wrong]);
    const output = printed(child, /Usage:/);
    const end = ended(child);
    expect(await output).toMatch(message);
    expect(await end).toBe(2);
  });

  it('says that its port is in use', async () => {
    const first = spawn(process.execPath, [COMMAND, ...args]);
    const output = await printed(first, /listening on \S+/);
    const { port } = new URL(/listening on (\S+)/.exec(output)![1]);
    const second = spawn(process.execPath, [
      ...[COMMAND, ...args, '--port', port],
    ]);
    const end = ended(second);
    await printed(second, /EADDRINUSE/);
    expect(await end).toBe(1);
    const firstEnd = ended(first);
    first.kill('SIGTERM');
    await firstEnd;
  });
});
