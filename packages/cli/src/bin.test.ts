import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import {
  createWorkspace,
  pack,
  publicBucket,
  Workspace,
} from './__testUtils__/workspace';

jest.setTimeout(120_000);

describe('bin/paved-road', () => {
  let workspace: Workspace;

  beforeEach(() => {
    workspace = createWorkspace();
    workspace.write({ ...pack, 'a.yaml': publicBucket });
  });

  afterEach(() => workspace.remove());

  it('is silent in a pipe but for the report, and tells by its exit code what blocks', async () => {
    const { exitCode, stdout, stderr } = await workspace.start(
      ...['check', 'a.yaml', '--pack', 'rules', '--format', 'json'],
    ).ended;
    expect(stderr).toBe('');
    expect(JSON.parse(stdout).verdict).toBe('fail');
    expect(exitCode).toBe(1);
  });

  it('exits with 2 where it is used wrongly', async () => {
    const { exitCode, stderr } = await workspace.start('chek').ended;
    expect(stderr).toContain("unknown command 'chek'");
    expect(exitCode).toBe(2);
  });

  it('stays quiet where its reader has gone', async () => {
    const { child, ended } = workspace.start(
      ...['check', 'a.yaml', '--pack', 'control-tower', '--format', 'json'],
    );
    child.stdout.destroy();
    let stderr = '';
    child.stderr.on('data', chunk => {
      stderr += chunk;
    });
    ended.catch(() => {});
    const exitCode = await new Promise(resolve => {
      child.on('close', resolve);
    });
    expect({ exitCode, stderr }).toEqual({ exitCode: 1, stderr: '' });
  });

  it('ends when it is interrupted, and writes no report', async () => {
    // Opening it for writing waits until the command reads, and keeps it reading.
    spawnSync('mkfifo', [join(workspace.path, 'pipe.yaml')]);
    const { child, ended } = workspace.start(
      ...['check', 'pipe.yaml', '--pack', 'rules', '--output', 'out.txt'],
    );
    const writer = await open(join(workspace.path, 'pipe.yaml'), 'w');
    child.kill('SIGINT');
    await writer.close();
    const { exitCode, stderr } = await ended;
    expect(stderr).toContain('interrupted');
    expect(exitCode).toBe(130);
    expect(existsSync(join(workspace.path, 'out.txt'))).toBe(false);
  });
});
