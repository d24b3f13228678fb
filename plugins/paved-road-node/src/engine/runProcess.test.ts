import { mkdtemp, readdir, rm } from 'node:fs/promises';
import os from 'node:os';
import { join } from 'node:path';
import { ProcessOptions, runProcess } from './runProcess';

function shell(script: string, options: Partial<ProcessOptions> = {}) {
  return runProcess({
    binary: '/bin/sh',
    args: ['-c', script],
    input: '',
    timeoutMs: 60_000,
    maxOutputBytes: 1024 ** 2,
    ...options,
  });
}

describe('runProcess', () => {
  let directory: string;
  let temporary: jest.SpyInstance<string>;

  beforeEach(async () => {
    directory = await mkdtemp(join(os.tmpdir(), 'run-process-'));
    temporary = jest.spyOn(os, 'tmpdir').mockReturnValue(directory);
  });

  afterEach(async () => {
    temporary.mockRestore();
    await rm(directory, { recursive: true });
  });

  it('hands over the input, and answers what was printed and how it ended', async () => {
    const input = `${'ü€😀'.repeat(100_000)}\n`;
    expect(
      await shell('cat; echo because >&2; exit 3', {
        input,
        maxOutputBytes: 1024 ** 3,
      }),
    ).toEqual({ exitCode: 3, stdout: input, stderr: 'because\n' });
  });

  it('leaves nothing that has a name, even while it runs', async () => {
    const running = shell(`ls -A '${directory}'`, { input: 'a secret' });
    expect(await readdir(directory)).toEqual([]);
    expect(await running).toMatchObject({ exitCode: 0, stdout: '' });
    expect(await readdir(directory)).toEqual([]);
  });

  it('ends what takes too long', async () => {
    expect(await shell('exec sleep 600', { timeoutMs: 50 })).toMatchObject({
      stopped: 'time limit',
      stdout: '',
    });
  });

  it.each([
    ['prints without an end', 'exec yes'],
    ['complains without an end', 'exec yes >&2'],
    ['has printed too much before anybody looked', 'head -c 2000000 /dev/zero'],
  ])('ends what %s', async (_, script) => {
    expect(await shell(script)).toMatchObject({
      stopped: 'output limit',
      stdout: '',
    });
  });

  it('ends what nobody waits for any more', async () => {
    const controller = new AbortController();
    const running = shell('exec sleep 600', { signal: controller.signal });
    controller.abort();
    expect(await running).toMatchObject({ stopped: 'cancelled' });
    expect(
      await shell('exec sleep 600', { signal: controller.signal }),
    ).toMatchObject({ stopped: 'cancelled' });
  });

  it('tells that others have ended it', async () => {
    expect(await shell('kill -9 $$')).toMatchObject({ stopped: 'killed' });
  });

  it('says what is missing', async () => {
    await expect(shell('', { binary: '/nowhere/guard' })).rejects.toThrow(
      /\/nowhere\/guard ENOENT/,
    );
    temporary.mockReturnValue(join(directory, 'nowhere'));
    await expect(shell('')).rejects.toThrow(/ENOENT.*nowhere/);
  });
});
