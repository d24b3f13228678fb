import {
  digestOf,
  subjectDigestOf,
} from '@paved-road/backstage-plugin-paved-road-node';
import { BUCKET } from '../__testUtils__/posted';
import { useStages } from './__testUtils__/startStages';

const start = useStages();

const FAILING = { [BUCKET]: 'fail' } as const;

describe('a deployment', () => {
  const deployed = { stage: 'deployed', outcome: 'deployed' } as const;

  it('is not explained where no pipeline result is of its documents', async () => {
    const { post, stages } = await start();
    const documents = [{ path: 'infra/other.yaml', digest: digestOf('x') }];
    await post({ documents, subjectDigest: subjectDigestOf(documents) });
    await post(deployed);
    expect(await stages()).toMatchObject({
      explained: false,
      unexplained: expect.stringMatching(
        /run-2 deployed to production \(infra\/bucket one.yaml, infra\/queue.yaml\) is not explained: no pipeline result/,
      ),
    });
  });

  it('is not explained by a pass for another environment, or one that came later', async () => {
    const { post, stages } = await start();
    await post({ environment: 'staging' });
    await post(deployed);
    expect((await stages()).explained).toBe(false);
    await post();
    expect(await stages()).toMatchObject({
      explained: false,
      unexplained: expect.stringContaining(
        'before the pipeline’s check of it passed',
      ),
    });
  });

  it('is not explained where the newest check of it failed', async () => {
    const { post, stages } = await start();
    await post();
    await post({}, FAILING);
    await post(deployed);
    expect(await stages()).toMatchObject({
      explained: false,
      unexplained: expect.stringContaining(
        'although the pipeline’s check of it failed',
      ),
    });
  });

  it('is not explained by a digest that is another’s', async () => {
    const { post, stages } = await start();
    const { subjectDigest } = await post();
    await post({
      ...deployed,
      subjectDigest,
      documents: [{ path: 'infra/queue.yaml', digest: digestOf('changed') }],
    });
    expect((await stages()).explained).toBe(false);
  });

  it('is not explained where it names no document', async () => {
    const { post, stages } = await start();
    const nothing = { documents: [], subjectDigest: subjectDigestOf([]) };
    await post(nothing);
    await post({ ...deployed, ...nothing });
    expect(await stages()).toMatchObject({
      explained: false,
      unexplained: expect.stringContaining('names no document'),
    });
  });

  it('is told of whichever environment is asked for', async () => {
    const { post, stages } = await start();
    await post({ ...deployed, environment: 'staging' });
    await post();
    await post(deployed);
    expect(await stages()).toMatchObject({
      explained: true,
      unexplainedIn: ['staging'],
    });
    expect(await stages('?environment=development')).toMatchObject({
      unexplainedIn: ['staging'],
    });
    expect((await stages('?environment=staging')).explained).toBe(false);
  });

  it('is explained again by the next one that is', async () => {
    const { post, stages } = await start();
    await post(deployed);
    await post();
    await post(deployed);
    expect((await stages()).explained).toBe(true);
  });
});
