import { CALLER_WORKFLOW_PATH } from '@paved-road/backstage-plugin-paved-road-common';
import {
  action,
  caller,
  PRIVATE,
  TestPipeline,
  wired,
} from './__testUtils__/TestPipeline';
import { eventually, TestPortal } from './__testUtils__/TestPortal';

jest.setTimeout(120_000);

const VERDICT = 'paved-road / verdict';

describe('the sandbox’s pipeline, where something goes wrong', () => {
  let portal: TestPortal;
  let pipeline: TestPipeline;

  beforeAll(async () => {
    process.env.PAVED_ROAD_PIPELINE_TOKEN = 'of-the-forge';
    portal = await TestPortal.start(['a', 'b', 'c', 'theirs'], {
      a: 'meridian/a',
      theirs: 'meridian/theirs',
    });
    pipeline = await TestPipeline.start(
      portal,
      { a: wired('a'), b: wired('b'), c: wired('c'), d: wired('nobody') },
      { buildMs: 6_000 },
    );
  });
  afterAll(async () => {
    delete process.env.PAVED_ROAD_PIPELINE_TOKEN;
    await pipeline.end();
    await portal.stop();
  });

  let branches = 0;
  /** The run of a proposed change whose build does this. */
  async function built(name: string, script: string, artefacts?: string) {
    branches += 1;
    const { sha } = await pipeline.propose(name, `way-${branches}`, {
      '.github/actions/build/action.yml': action(script, artefacts),
    });
    const run = await pipeline.over(name, sha);
    const log = pipeline.runs(name).readLog(run.id, 'build');
    return { run, sha, log };
  }

  it('tells a build no token, and lets it see no other process', async () => {
    const { log, run } = await built(
      'a',
      'env; cat /proc/*/environ 2>/dev/null | tr "\\0" "\\n"; git config -l; ls -a ~',
    );
    expect(run.state).toBe('passed');
    expect(log).toContain('GITHUB_WORKSPACE=');
    expect(log).not.toContain('of-the-forge');
    expect(log).not.toContain(portal.token);
    expect(log).not.toMatch(/TOKEN=|remote\.origin|SANDBOXDEPLOY/);
  });

  it('ends a build that never ends, with what it has hidden', async () => {
    const { log, run } = await built('a', 'setsid sleep 987 & sleep 986');
    expect(run).toMatchObject({
      state: 'stopped',
      reason: expect.stringContaining('did not end within 6 s'),
      steps: [{ state: 'failed' }, { state: 'skipped' }, { state: 'skipped' }],
    });
    expect(log).toContain('▸ Build');
    expect(pipeline.running('sleep 98[67]')).toEqual([]);
  });

  it.each([
    ['fails', 'exit 7', undefined, '“Build” ended with exit code 7'],
    [
      'hands over a link that leads out',
      'ln -sf /etc/passwd infra/p.yaml',
      undefined,
      'leads out',
    ],
    [
      'hands over nothing that is scanned',
      'true',
      'README.md,gone/*',
      'made nothing',
    ],
    [
      'hands over something else',
      'echo x > x.txt',
      'x.txt',
      'is a document at infra/*.yaml',
    ],
  ])('stops a build that %s', async (_, script, artefacts, reason) => {
    const { run, sha } = await built('a', script, artefacts);
    expect(run).toMatchObject({
      state: 'stopped',
      reason: expect.stringContaining(reason),
    });
    expect(await pipeline.statuses('a', sha)).toMatchObject({
      [VERDICT]: { state: 'failure' },
    });
  });

  it('knows nothing of a document that can’t be read, and says so', async () => {
    const { run, sha } = await built('a', 'echo "Resources: [" > infra/b.yaml');
    expect(run.state).toBe('error');
    expect(run.reason).toContain('infra/b.yaml');
    expect(await pipeline.statuses('a', sha)).toMatchObject({
      [VERDICT]: { state: 'error' },
    });
  });

  it('lets nobody weaken the check from the artefact', async () => {
    const { run } = await built(
      'a',
      'sed -i s/Private/PublicRead/ infra/template.yaml; printf "packs: [./none]\\nlimits: {maxDocumentBytes: 1}\\n" > paved-road.yaml; mkdir -p policies',
      'infra/*.yaml\npaved-road.yaml\npolicies',
    );
    expect(run.findings[0].rule).toBe('acme/BUCKET_IS_PRIVATE');
  });

  it('asks a portal that is down again, and takes no answer for a yes', async () => {
    portal.outage.answers = 2;
    const later = await built('b', 'echo first');
    expect(later.run.state).toBe('passed');
    portal.outage.answers = 1_000;
    const { run, sha } = await built('b', 'echo again');
    portal.outage.answers = 0;
    expect(run).toMatchObject({
      state: 'error',
      reason: expect.stringContaining('(503)'),
    });
    expect(await pipeline.statuses('b', sha)).toMatchObject({
      [VERDICT]: { state: 'error' },
    });
  });

  it('speaks for no service that comes from another repository', async () => {
    const { sha } = await pipeline.propose('b', 'claim', {
      [CALLER_WORKFLOW_PATH]: caller('theirs'),
    });
    expect(await pipeline.over('b', sha)).toMatchObject({
      state: 'stopped',
      reason: expect.stringContaining('comes from another repository'),
    });
    expect(await portal.results('theirs')).toEqual([]);
  });

  it('is told by the portal what it may not speak for', async () => {
    const run = await pipeline.main('d');
    expect(run.state).toBe('error');
    const log = pipeline.runs('d').readLog(run.id, 'verdict');
    expect(log).toContain('nobody');
    expect(log).not.toContain(portal.token);
  });

  it('builds the newest of several commits, and says so of the others', async () => {
    await pipeline.main('c');
    const { clone, sha } = await pipeline.propose('c', 'quick', {
      '.github/actions/build/action.yml': action('sleep 3'),
    });
    await eventually(() =>
      pipeline
        .runs('c')
        .read()
        .find(run => run.sha === sha && run.state === 'running'),
    );
    const [second, third] = [
      await pipeline.push(clone, 'quick', { 'a.txt': '2' }),
      await pipeline.push(clone, 'quick', { 'a.txt': '3' }),
    ];
    expect((await pipeline.over('c', third)).state).toBe('passed');
    expect((await pipeline.over('c', sha)).state).toBe('passed');
    expect((await pipeline.over('c', second)).state).toBe('superseded');
  });

  it('takes up once what a stop has interrupted', async () => {
    const { sha } = await pipeline.propose('c', 'slow', {
      '.github/actions/build/action.yml': action('sleep 2'),
      'infra/other.yaml': PRIVATE,
    });
    await eventually(() =>
      pipeline
        .runs('c')
        .read()
        .find(run => run.sha === sha && run.state === 'running'),
    );
    await pipeline.restart();
    const again = await eventually(() =>
      pipeline
        .runs('c')
        .read()
        .find(run => run.sha === sha && run.state === 'passed'),
    );
    expect(await pipeline.over('c', sha)).toMatchObject({
      state: 'error',
      reason: 'It was interrupted: the sandbox was stopped',
    });
    expect(again.again?.because).toBe('interrupted');
    expect(await pipeline.statuses('c', sha)).toMatchObject({
      [VERDICT]: { state: 'success' },
    });
  });
});
