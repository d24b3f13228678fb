import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { digestOf } from '@paved-road/backstage-plugin-paved-road-node';
import { FakeRepository } from '../../compliance/__testUtils__/FakeRepository';
import { publicBucket } from '../../__testUtils__/packFiles';
import { BUCKET, bundle, QUEUE } from '../__testUtils__/posted';
import { useStages } from './__testUtils__/startStages';

const start = useStages();

describe('the stages of a service', () => {
  it('are empty, and pass nothing, where nothing is known', async () => {
    const { stages } = await start();
    expect(await stages()).toEqual({
      environment: 'production',
      environments: ['production'],
      stages: [
        { stage: 'source' },
        { stage: 'pipeline' },
        { stage: 'deployed' },
      ],
      unexplainedIn: [],
      rules: [],
      holding: 0,
    });
  });

  it('stand side by side, rule by rule', async () => {
    const { check, post, stages } = await start({ checked: true });
    await check('payments');
    const url = 'https://ci.example.com/1';
    const checked = await post({ url });
    const deployed = await post({ stage: 'deployed', outcome: 'deployed' });
    const found = await stages();
    expect(found.stages).toEqual([
      {
        stage: 'source',
        verdict: 'fail',
        id: expect.any(String),
        bundleDigest: bundle.digest,
        at: expect.any(String),
      },
      {
        stage: 'pipeline',
        verdict: 'pass',
        id: checked.id,
        runId: 'run-1',
        commit: checked.commit,
        bundleDigest: bundle.digest,
        subjectDigest: checked.subjectDigest,
        at: checked.receivedAt,
        url,
      },
      expect.objectContaining({ stage: 'deployed', id: deployed.id }),
    ]);
    expect(found.rules).toEqual([
      {
        rule: BUCKET,
        title: 'Buckets are private',
        enforcement: 'block',
        source: 'fail',
        pipeline: 'held',
        deployed: 'held',
        disagrees: true,
      },
    ]);
    expect(found.holding).toBe(1);
    expect([found.explained, found.unexplained]).toEqual([true, undefined]);
  });

  it('are those of the environment that is asked for', async () => {
    const { check, post, stages } = await start({ checked: true });
    await check('payments');
    await post({ environment: 'staging' }, { [BUCKET]: 'fail' });
    const staging = await stages('?environment=staging');
    expect(staging.environments).toEqual(['production', 'staging']);
    // The rule only advises there.
    expect(staging.stages.map(({ verdict }) => verdict)).toEqual([
      'pass',
      'pass',
      undefined,
    ]);
    expect(staging.rules).toEqual([
      expect.objectContaining({
        ...{ rule: BUCKET, enforcement: 'advise' },
        ...{ source: 'fail', pipeline: 'fail', disagrees: false },
      }),
    ]);
    const production = await stages();
    expect(production.stages.map(({ verdict }) => verdict)).toEqual([
      'fail',
      undefined,
      undefined,
    ]);
  });

  it('name the source’s commit where the host names versions by it', async () => {
    const commit = 'a1'.repeat(20);
    const repository = new FakeRepository();
    repository.write('payments/infra/bucket.yaml', publicBucket);
    const read = repository.readTree.bind(repository);
    repository.readTree = async (...asked) => ({
      ...(await read(...asked)),
      etag: commit,
    });
    const { check, stages } = await start({ checked: true, repository });
    await check('payments');
    expect((await stages()).stages[0].commit).toBe(commit);
  });

  it('know nothing of a source that was checked too long ago', async () => {
    const { check, post, stages } = await start({
      checked: true,
      pavedRoad: { freshness: { milliseconds: 1 } },
    });
    await check('payments');
    await post();
    const { rules, stages: found, holding } = await stages();
    expect(found[0].verdict).toBe('unknown');
    expect(rules.map(({ source, disagrees }) => [source, disagrees])).toEqual([
      ['unknown', true],
      ['unknown', true],
    ]);
    expect(holding).toBe(0);
  });

  it('let no rule hold by a result that is of something else', async () => {
    const { post, stages } = await start();
    await post({ bundleDigest: digestOf('other') });
    const { rules, stages: found } = await stages();
    expect(found[1].verdict).toBe('fail');
    expect(rules.map(({ rule, pipeline }) => [rule, pipeline])).toEqual([
      [BUCKET, 'unknown'],
      [QUEUE, 'unknown'],
    ]);
  });
});

describe('who asks', () => {
  it('is told of an environment that there isn’t', async () => {
    const { ask } = await start();
    const { body, status } = await ask('?environment=prod');
    expect(status).toBe(400);
    expect(body.error.message).toMatch(/no environment 'prod'; there are: /);
  });

  it('learns nothing of what the catalog hides', async () => {
    const { ask } = await start({
      hides: user => user === 'user:default/other',
    });
    const other = mockCredentials.user.header('user:default/other');
    expect((await ask('', 'payments', other)).status).toBe(404);
    expect((await ask('', 'nowhere')).status).toBe(404);
    expect((await ask()).status).toBe(200);
  });

  it('may have to be allowed to see the compliance', async () => {
    const { ask } = await start({
      features: [
        mockServices.permissions.mock({
          authorize: async requests =>
            requests.map(({ permission }) => ({
              result:
                permission.name === 'paved-road.compliance.read'
                  ? AuthorizeResult.DENY
                  : AuthorizeResult.ALLOW,
            })),
        }).factory,
      ],
    });
    const { body, status } = await ask();
    expect(status).toBe(403);
    expect(body.error.message).toContain('paved-road.compliance.read');
    const nobody = await ask('', 'payments', mockCredentials.none.header());
    expect(nobody.status).toBe(401);
  });

  it('sees the results of a service that is not on the paved road', async () => {
    const { post, stages } = await start();
    await post();
    const { stages: found } = await stages();
    expect(found.map(({ verdict }) => verdict)).toEqual([
      undefined,
      'pass',
      undefined,
    ]);
  });
});
