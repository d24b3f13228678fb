import { ChildProcess, spawn } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { PRODUCTS } from '../aws/__testUtils__/TestAws';
import { temporaryDirectory } from '../forge/__testUtils__/forge';

const COMMAND = resolve(__dirname, '../../bin/sandbox-aws');

/** Resolves with what was printed once it matches, or at the end of the process. */
function printed(child: ChildProcess, pattern: RegExp): Promise<string> {
  return new Promise(found => {
    let output = '';
    const read = (chunk: Buffer) => {
      output += chunk;
      if (pattern.test(output)) {
        found(output);
      }
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('close', () => found(output));
  });
}

const ended = (child: ChildProcess) =>
  new Promise<number | null>(done => child.once('close', done));

describe('bin/sandbox-aws', () => {
  jest.setTimeout(30_000);
  let directory: string;

  beforeEach(async () => {
    directory = await temporaryDirectory();
  });
  afterEach(() => rm(directory, { recursive: true, force: true }));

  const start = (...more: string[]) =>
    spawn(process.execPath, [
      ...[COMMAND, '--port', '0', '--data', join(directory, 'aws')],
      ...['--products', PRODUCTS, ...more],
    ]);

  it('says that it is not AWS, answers, and ends when it is told to', async () => {
    const child = start('--switch', 'nameClash=DuplicateResourceException');
    const output = await printed(child, /creates nothing\n/);
    expect(output).toMatch(/Sandbox AWS listening on .*it is not AWS/);
    const [url] = /http:\S+/.exec(output)!;
    const switches = await (await fetch(`${url}/_sandbox/switches`)).json();
    expect(switches).toMatchObject({
      nameClash: 'DuplicateResourceException',
      readLagMs: 0,
    });
    const end = ended(child);
    child.kill('SIGTERM');
    expect(await end).toBe(0);
  });

  it.each([
    [['--port', 'x'], /--port needs a number/],
    [['--switch', 'nameClash=Later'], /--switch: .*nameClash/s],
    [['--switch', 'luck=good'], /--switch: .*luck/s],
    [['--switch', 'luck'], /--switch needs NAME=VALUE/],
    [['--what'], /Unknown option '--what'/],
  ])('says what is wrong with %j', async (wrong, message) => {
    const child = start(...wrong);
    const output = printed(child, /Usage:/);
    const end = ended(child);
    expect(await output).toMatch(message);
    expect(await end).toBe(2);
  });

  it('says of a folder that it has no products', async () => {
    const child = start('--products', directory);
    const output = printed(child, /could not be started/);
    const end = ended(child);
    expect(await output).toContain(join(directory, 'company.yaml'));
    expect(await end).toBe(1);
  });
});
