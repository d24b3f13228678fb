import { checkReportSchema } from '@paved-road/backstage-plugin-paved-road-common';
import { GuardEngine } from '../engine/GuardEngine';
import { Evaluation } from '../engine/PolicyEngine';
import { createBundle } from '../packs/createBundle';
import { loadControlTowerPack } from '../packs/loadControlTowerPack';
import { loadPackFiles } from '../packs/loadPackFiles';
import { checkDocuments, CheckDocumentsOptions } from './checkDocuments';
import { VerdictMemory } from './VerdictMemory';

jest.setTimeout(120_000);

const bucket = Buffer.from(`Resources:
  Logs:
    Type: AWS::S3::Bucket
    Properties:
      AccessControl: Private
      BucketName: !Sub 'logs-\${AWS::AccountId}'
`);
const queue = Buffer.from('{"Resources": {"Q": {"Type": "AWS::SQS::Queue"}}}');

const bucketRule = `
let buckets = Resources.*[ Type == 'AWS::S3::Bucket' ]
rule bucket_named when %buckets !empty { %buckets.Properties.BucketName exists }`;
const queueRule = `
let queues = Resources.*[ Type == 'AWS::SQS::Queue' ]
rule queue_named when %queues !empty { %queues.Properties.QueueName exists }`;
/** Its parts that the proof looks at are in order. */
const brokenRule = `
let topics = Resources.*[ Type == 'AWS::SNS::Topic' ]
rule topic_named when %topics !empty { %topics.Properties.TopicName exits }`;

function pack(id: string, sources: Record<string, string>) {
  return loadPackFiles({
    fallbackId: id,
    files: Object.entries(sources).map(([path, text]) => ({ path, text })),
  });
}

/** Remembers as a store does, and what it was asked. */
class RecordingMemory implements VerdictMemory {
  readonly remembered: Evaluation[] = [];

  async recall(_: unknown, keys: Parameters<VerdictMemory['recall']>[1]) {
    return this.remembered.filter(evaluation =>
      keys.some(
        key =>
          key.documentDigest === evaluation.documentDigest &&
          key.fileDigest === evaluation.fileDigest,
      ),
    );
  }

  async remember(_: unknown, evaluations: Evaluation[]) {
    this.remembered.push(...evaluations);
  }
}

/** Counts the pairs that it evaluates. */
class CountingEngine extends GuardEngine {
  pairs = 0;

  async evaluate(options: Parameters<GuardEngine['evaluate']>[0]) {
    const evaluations = await super.evaluate(options);
    this.pairs += evaluations.length;
    return evaluations;
  }
}

const own = pack('own', { 'b.guard': bucketRule, 'q.guard': queueRule });

function check(options: Partial<CheckDocumentsOptions> = {}) {
  return checkDocuments({
    engine: new GuardEngine(),
    bundle: createBundle({ packs: [own] }),
    documents: [
      { path: 'bucket.yaml', content: bucket },
      { path: 'queue.json', content: queue },
    ],
    environment: 'production',
    ...options,
  });
}

function verdictsOf(report: Awaited<ReturnType<typeof check>>) {
  return report.documents.map(({ path, results }) => ({
    path,
    ...Object.fromEntries(
      results.map(({ rule, verdict }) => [rule.split('/').at(-1), verdict]),
    ),
  }));
}

describe('checkDocuments', () => {
  it('says of every rule what it found', async () => {
    const report = await check({
      bundle: createBundle({ packs: [await loadControlTowerPack()] }),
      documents: [{ path: 'bucket.yaml', content: bucket }],
    });
    expect(checkReportSchema.parse(report)).toEqual(report);
    expect(report.verdict).toBe('fail');
    expect(report.documents[0].results).toHaveLength(237);
    expect(report.documents[0].results).toContainEqual({
      rule: 'control-tower/s3_bucket_acl_prohibited_check',
      verdict: 'fail',
      enforcement: 'block',
      findings: [
        expect.objectContaining({
          resource: 'Logs',
          propertyPath: '/Resources/Logs/Properties/AccessControl',
          line: 5,
          column: 22,
        }),
      ],
    });
  });

  it('reports documents in their order, of one path or one content too', async () => {
    const report = await check({
      documents: [
        { path: 'a', content: queue },
        { path: 'a', content: bucket },
        { path: 'b', content: queue },
      ],
    });
    expect(verdictsOf(report)).toEqual([
      { path: 'a', bucket_named: 'skip', queue_named: 'fail' },
      { path: 'a', bucket_named: 'pass', queue_named: 'skip' },
      { path: 'b', bucket_named: 'skip', queue_named: 'fail' },
    ]);
  });

  it('knows nothing of a document that can’t be read, and all of the others', async () => {
    const report = await check({
      documents: [
        { path: 'cut.json', content: Buffer.from('{"Resources": {') },
        { path: 'bucket.yaml', content: bucket },
      ],
    });
    expect(report.verdict).toBe('unknown');
    expect(report.documents[0]).toMatchObject({
      path: 'cut.json',
      format: 'unknown',
      error: expect.stringContaining('line 1, column 16'),
    });
    expect(verdictsOf(report)).toEqual([
      { path: 'cut.json', bucket_named: 'unknown', queue_named: 'unknown' },
      { path: 'bucket.yaml', bucket_named: 'pass', queue_named: 'skip' },
    ]);
  });

  it('knows nothing of no documents', async () => {
    const report = await check({ documents: [] });
    expect(report).toMatchObject({ verdict: 'unknown', documents: [] });
  });

  it('does not pass a rule that can’t be parsed, though it would be skipped', async () => {
    const report = await check({
      bundle: createBundle({
        packs: [
          pack('own', { 'b.guard': bucketRule, 'broken.guard': brokenRule }),
        ],
      }),
    });
    expect(report.verdict).toBe('unknown');
    expect(verdictsOf(report)).toEqual([
      { path: 'bucket.yaml', bucket_named: 'pass', topic_named: 'unknown' },
      { path: 'queue.json', bucket_named: 'skip', topic_named: 'unknown' },
    ]);
    expect(
      report.documents[1].results.find(({ rule }) =>
        rule.endsWith('topic_named'),
      )?.reason,
    ).toMatch(/^The rule file does not parse at line 3, column /);
  });

  it('evaluates a rule whose metadata lie', async () => {
    const lying = pack('own', {
      'b.guard': bucketRule,
      'b.md': '---\nresourceTypes: [AWS::SNS::Topic]\n---\n\nWhy.\n',
    });
    expect(lying.rules[0].resourceTypes).toEqual(['AWS::SNS::Topic']);
    const report = await check({ bundle: createBundle({ packs: [lying] }) });
    expect(verdictsOf(report)).toMatchObject([
      { bucket_named: 'pass' },
      { bucket_named: 'skip' },
    ]);
  });

  it('keeps rules of one name in two packs apart', async () => {
    const other = pack('other', {
      'b.guard': 'rule bucket_named { Resources.Logs not exists }',
    });
    const report = await check({
      bundle: createBundle({ packs: [own, other] }),
      documents: [{ path: 'bucket.yaml', content: bucket }],
    });
    expect(
      report.documents[0].results.map(({ rule, verdict }) => [rule, verdict]),
    ).toEqual([
      ['own/bucket_named', 'pass'],
      ['own/queue_named', 'skip'],
      ['other/bucket_named', 'fail'],
    ]);
  });

  it('joins what several files of a pack say of one rule', async () => {
    const report = await check({
      bundle: createBundle({
        packs: [
          pack('own', {
            'b.guard': bucketRule,
            'c.guard': 'rule bucket_named { Resources.Q exists }',
          }),
        ],
      }),
    });
    expect(verdictsOf(report)).toMatchObject([
      { bucket_named: 'fail' },
      { bucket_named: 'pass' },
    ]);
  });

  it('never evaluates a pair again that is remembered', async () => {
    const memory = new RecordingMemory();
    const engine = new CountingEngine();
    const first = await check({ engine, memory });
    expect(engine.pairs).toBe(2);
    expect(memory.remembered).toHaveLength(2);
    expect(await check({ engine, memory })).toEqual(first);
    expect(engine.pairs).toBe(2);
    const changed = Buffer.from(`${queue} `);
    await check({
      engine,
      memory,
      documents: [
        { path: 'bucket.yaml', content: bucket },
        { path: 'queue.json', content: changed },
      ],
    });
    expect(engine.pairs).toBe(3);
  });

  it('evaluates again what is remembered of other rules of the file', async () => {
    const memory = new RecordingMemory();
    const first = await check({ memory });
    memory.remembered.forEach(evaluation => {
      evaluation.outcomes = { renamed: { verdict: 'pass', findings: [] } };
    });
    expect(await check({ memory })).toEqual(first);
  });

  it('does not remember what another try may answer', async () => {
    class TiredEngine extends GuardEngine {
      async evaluate(options: Parameters<GuardEngine['evaluate']>[0]) {
        const evaluations = await super.evaluate(options);
        return evaluations.map((evaluation, index) =>
          index === 0 ? { ...evaluation, transient: true } : evaluation,
        );
      }
    }
    const memory = new RecordingMemory();
    await check({ engine: new TiredEngine(), memory });
    expect(memory.remembered).toHaveLength(1);
  });

  it('tells how far it is, up to the end', async () => {
    const progress: number[][] = [];
    await check({ onProgress: (done, total) => progress.push([done, total]) });
    expect(progress[0]).toEqual([2, 4]);
    expect(progress.at(-1)).toEqual([4, 4]);
  });

  it('refuses an unknown pack, an unknown environment, and no rules', async () => {
    await expect(check({ packs: ['nobodys'] })).rejects.toThrow(
      "There is no pack 'nobodys'; there are: own",
    );
    await expect(check({ environment: 'moon' })).rejects.toThrow(
      "There is no environment 'moon'",
    );
    await expect(
      check({ bundle: createBundle({ packs: [] }) }),
    ).rejects.toThrow('There are no rules to check against');
  });
});
