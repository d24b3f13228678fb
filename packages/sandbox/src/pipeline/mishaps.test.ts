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
    portal = await TestPortal.start(['a', 'theirs', 'placeless'], {
      placeless: 'file:/srv/placeless/catalog-info.yaml',
    });
    pipeline = await TestPipeline.start(
      portal,
      { a: wired('a') },
      { production: undefined },
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
      'env; cat /proc/*/environ 2>/dev/null | tr "\\0" "\\n"; git config -l; ls -a ~; exit 7',
    );
    expect(run.state).toBe('stopped');
    expect(log).toContain('GITHUB_WORKSPACE=');
    expect(log).not.toContain('of-the-forge');
    expect(log).not.toContain(portal.token);
    expect(log).not.toMatch(/TOKEN=|remote\.origin|SANDBOXDEPLOY/);
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
    portal.fail('paved-road', 503, 1);
    const later = await built('a', 'echo first');
    expect(later.run.state).toBe('passed');
    portal.fail('paved-road', 503);
    const { run, sha } = await built('a', 'echo again');
    portal.recover();
    expect(run).toMatchObject({
      state: 'error',
      reason: expect.stringContaining('(503)'),
    });
    expect(await pipeline.statuses('a', sha)).toMatchObject({
      [VERDICT]: { state: 'error' },
    });
  });

  it('waits for a service that the catalog knows a moment later', async () => {
    portal.fail('catalog', 404, 1);
    expect((await built('a', 'echo registered')).run.state).toBe('passed');
  });

  it.each([
    [404, 'The catalog doesn’t know component:default/a: register it, or give'],
    [403, 'refuses the pipeline’s token (403): give it the permission catalog'],
    [503, 'doesn’t tell which repository component:default/a is from (503)'],
  ])('speaks for nobody where the catalog answers %s', async (status, why) => {
    const before = await portal.results('a');
    portal.fail('catalog', status);
    const { run, sha } = await built('a', `echo ${status}`);
    portal.recover();
    expect(run).toMatchObject({
      state: 'error',
      reason: expect.stringContaining(why),
      steps: [{ state: 'passed' }, { state: 'failed' }, { state: 'skipped' }],
    });
    expect(pipeline.runs('a').readLog(run.id, 'verdict')).toContain(why);
    expect(await pipeline.statuses('a', sha)).toMatchObject({
      [VERDICT]: { state: 'error' },
    });
    expect(await portal.results('a')).toEqual(before);
  });

  it.each([
    ['theirs', 'stopped', 'comes from another repository'],
    ['placeless', 'error', 'from no repository'],
  ])('does not speak for the service %s', async (service, state, why) => {
    const { sha } = await pipeline.propose('a', `claim-${service}`, {
      [CALLER_WORKFLOW_PATH]: caller(service),
    });
    expect(await pipeline.over('a', sha)).toMatchObject({
      ...{ state, reason: expect.stringContaining(why) },
    });
    expect(await portal.results(service)).toEqual([]);
  });

  it('is told by the portal what it may not speak for', async () => {
    const { sha } = await pipeline.propose('a', 'elsewhere', {
      [CALLER_WORKFLOW_PATH]: caller('a', { service: 'component:other/a' }),
    });
    const run = await pipeline.over('a', sha);
    expect(run.state).toBe('error');
    const log = pipeline.runs('a').readLog(run.id, 'verdict');
    expect(log).toContain('component:other/a');
    expect(log).not.toContain(portal.token);
  });

  it('builds the newest of several commits, and says so of the others', async () => {
    const gate = pipeline.gate();
    const { clone, sha } = await pipeline.propose('a', 'quick', {
      '.github/actions/build/action.yml': action(`${gate.script}; exit 7`),
    });
    await pipeline.begun('a', sha);
    const second = await pipeline.push(clone, 'quick', { 'a.txt': '2' });
    await eventually(() =>
      pipeline
        .runs('a')
        .read()
        .find(run => run.sha === second),
    );
    const third = await pipeline.push(clone, 'quick', { 'a.txt': '3' });
    expect((await pipeline.over('a', second)).state).toBe('superseded');
    await gate.open();
    expect((await pipeline.over('a', third)).state).toBe('stopped');
    expect((await pipeline.over('a', sha)).state).toBe('stopped');
  });

  it('takes up once what a stop has interrupted', async () => {
    const gate = pipeline.gate();
    const { sha } = await pipeline.propose('a', 'slow', {
      '.github/actions/build/action.yml': action(gate.script),
      'infra/other.yaml': PRIVATE,
    });
    await pipeline.begun('a', sha);
    await pipeline.restart();
    await gate.open();
    const again = await eventually(() =>
      pipeline
        .runs('a')
        .read()
        .find(run => run.sha === sha && run.state === 'passed'),
    );
    expect(await pipeline.over('a', sha)).toMatchObject({
      state: 'error',
      reason: 'It was interrupted: the sandbox was stopped',
    });
    expect(again.again?.because).toBe('interrupted');
    expect(await pipeline.statuses('a', sha)).toMatchObject({
      [VERDICT]: { state: 'success' },
    });
  });

  it('ends a build that never ends, with what it has hidden', async () => {
    await pipeline.restart({ production: undefined, buildMs: 2_000 });
    const { log, run } = await built('a', 'setsid sleep 987 & sleep 986');
    expect(run).toMatchObject({
      state: 'stopped',
      reason: expect.stringContaining('did not end within 2 s'),
      steps: [{ state: 'failed' }, { state: 'skipped' }, { state: 'skipped' }],
    });
    expect(log).toContain('▸ Build');
    expect(pipeline.running('sleep 98[67]')).toEqual([]);
  });
});
