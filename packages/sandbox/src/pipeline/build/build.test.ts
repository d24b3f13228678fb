import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeFiles } from '../../forge/__testUtils__/forge';
import { handOver } from './handOver';
import { readAction } from './readAction';
import { readBuildspec } from './readBuildspec';
import { runProcess } from './runProcess';

describe('what a build hands over', () => {
  let directory: string;
  let workspace: string;
  let to: string;

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'sandbox-build-'));
    workspace = join(directory, 'workspace');
    to = join(directory, 'artefact');
    await mkdir(to);
    await writeFiles(directory, {
      'secret.yaml': 'secret: 1\n',
      'workspace/infra/a.yaml': 'a: 1\n',
      'workspace/dist/src/b.js': 'b\n',
      'workspace/.git/config': 'c\n',
    });
  });
  afterEach(() => rm(directory, { recursive: true, force: true }));

  const give = (...patterns: string[]) => handOver({ workspace, patterns, to });

  it('is what the patterns mean, folders too, and nothing of git', async () => {
    expect(await give('infra/*.yaml', 'dist', '**')).toEqual([
      'dist/src/b.js',
      'infra/a.yaml',
    ]);
    expect(await readFile(join(to, 'dist/src/b.js'), 'utf8')).toBe('b\n');
  });

  it.each([
    ['a file outside', '../../secret.yaml'],
    ['an absolute path', '/etc/passwd'],
    ['nothing', 'gone.yaml'],
    ['a folder outside', '../..'],
    ['a file of the machine', '/dev/zero'],
  ])('is no link to %s', async (_, target) => {
    await symlink(target, join(workspace, 'infra/link.yaml'));
    await expect(give('infra/*.yaml')).rejects.toThrow(/infra\/link.yaml/);
  });

  it('follows no folder that leads out', async () => {
    await symlink(directory, join(workspace, 'infra/out'));
    await expect(give('infra/**')).rejects.toThrow(/infra\/out/);
  });

  it('holds what a link inside of the workspace means', async () => {
    await symlink('a.yaml', join(workspace, 'infra/same.yaml'));
    expect(await give('infra/*')).toEqual(['infra/a.yaml', 'infra/same.yaml']);
    expect(await readFile(join(to, 'infra/same.yaml'), 'utf8')).toBe('a: 1\n');
  });

  it('has to be something', async () => {
    await expect(give('gone/*')).rejects.toThrow('handed over: gone/*');
  });
});

describe('a team’s build file', () => {
  const action = (change: object, value = 'infra/*.yaml') =>
    JSON.stringify({
      outputs: { artifacts: { value } },
      runs: { using: 'composite', steps: [{ run: 'make', shell: 'bash' }] },
      ...change,
    });

  it('is a composite action, as far as there is one here', () => {
    const steps = [
      { uses: 'actions/setup-node@v4' },
      { name: 'Test', run: 'npm test', shell: 'bash', env: { A: 1 } },
    ];
    expect(
      readAction(
        action(
          { runs: { using: 'composite', steps } },
          'dist/**\ninfra/*.yaml\n',
        ),
      ),
    ).toEqual({
      steps: [
        { title: 'uses actions/setup-node@v4', env: {} },
        { title: 'Test', script: 'npm test', env: { A: '1' } },
      ],
      artefacts: ['dist/**', 'infra/*.yaml'],
    });
  });

  it.each([
    ['is no YAML', 'a: [', 'not readable'],
    ['has an alias bomb’s shape', '[1, 2]', 'action.yml'],
    [
      'is of another kind',
      action({ runs: { using: 'node20', main: 'a' } }),
      'composite',
    ],
    ['hands over what lies outside', action({}, '../x'), 'leads out'],
    ['hands over nothing', action({}, ' '), 'names no document'],
    ['has an expression', action({}, '${{ secrets.X }}'), 'expression'],
    [
      'sets what no variable can be',
      action({
        runs: {
          using: 'composite',
          steps: [{ run: 'a', env: { 'A=B': '1' } }],
        },
      }),
      'action.yml',
    ],
  ])('is refused where it %s', (_, text, message) => {
    expect(() => readAction(text)).toThrow(message);
  });

  it('is a buildspec, phase by phase', () => {
    const text = `
phases:
  build: {commands: [npm test]}
  install: {commands: [npm ci]}
artifacts: {files: ['infra/*.yaml']}
`;
    expect(readBuildspec(text)).toMatchObject({
      steps: [{ script: '# install\nnpm ci\n# build\nnpm test' }],
      artefacts: ['infra/*.yaml'],
    });
    expect(() =>
      readBuildspec(`env: {secrets-manager: {A: b}}\n${text}`),
    ).toThrow('no credentials');
  });
});

describe('a process of a build', () => {
  /** One that has ended and that nobody has fetched yet runs no more. */
  const isRunning = (pid: string) =>
    /^[^Z]/.test(
      spawnSync('ps', ['-o', 'stat=', '-p', pid.trim()]).stdout.toString(),
    );

  const run = (script: string, timeoutMs = 20_000) => {
    let said = '';
    const end = runProcess({
      command: 'bash',
      args: ['-c', script],
      cwd: tmpdir(),
      env: { PATH: process.env.PATH ?? '' },
      timeoutMs,
      signal: new AbortController().signal,
      onOutput: chunk => {
        said += chunk;
      },
    });
    return end.then(how => ({ how, said }));
  };

  it('is ended with all that it has started', async () => {
    const { how, said } = await run('sleep 1000 & echo $!; exit 3');
    expect(how).toEqual({ kind: 'exit', code: 3 });
    expect(isRunning(said)).toBe(false);
  });

  it('is ended where it never ends, and so are those that wait with it', async () => {
    const { how, said } = await run('echo $$; trap "" TERM; sleep 1000', 300);
    expect(how).toEqual({ kind: 'timeout' });
    expect(isRunning(said)).toBe(false);
  });

  it('is not waited for through a pipe that it has left to somebody', async () => {
    const { how } = await run('setsid sleep 5 & exit 0');
    expect(how).toEqual({ kind: 'exit', code: 0 });
  });
});
