import {
  facts,
  known,
  LEDGER,
  troubles,
  unknown,
  withWorkflow,
} from '../__testUtils__/channelFacts';
import { settings } from '../__testUtils__/repositories';
import { ChannelFacts, PipelineProduct } from '../facts';
import { judgeChannel } from './judgeChannel';

const both = {
  ...settings,
  serviceCatalog: {
    account: 'production',
    productId: 'prod-1',
    parameters: {},
    tags: {},
  },
};

const pipeline = (change: Partial<PipelineProduct> = {}): PipelineProduct => ({
  name: 'ledger-pipeline',
  entityRef: LEDGER,
  fromPortal: true,
  status: 'AVAILABLE',
  ...change,
});

describe('judgeChannel, of a pipeline that is a product', () => {
  const judge = (
    pipelines: ChannelFacts['pipelines'],
    change: Partial<ChannelFacts> = {},
  ) =>
    troubles(
      judgeChannel(
        facts({ repository: withWorkflow(undefined), pipelines, ...change }),
        both,
      ),
    );

  it.each<[Partial<PipelineProduct>, (string | undefined)[]]>([
    [{}, ['on-road', 'service-catalog']],
    [
      { status: 'UNDER_CHANGE' },
      ['unknown', 'service-catalog', 'pipeline-provisioned unknown'],
    ],
    [
      { status: 'UNKNOWN' },
      ['unknown', 'service-catalog', 'pipeline-provisioned unknown'],
    ],
    [
      { status: 'TAINTED' },
      ['drifting', 'service-catalog', 'pipeline-provisioned fail'],
    ],
    [
      { status: 'ERROR' },
      ['drifting', 'service-catalog', 'pipeline-provisioned fail'],
    ],
    [
      { fromPortal: false },
      ['unknown', 'service-catalog', 'pipeline-provisioned unknown'],
    ],
    [
      { entityRef: 'component:default/other' },
      ['off-road', undefined, 'workflow-present fail'],
    ],
  ])('%j', (change, expected) => {
    expect(judge(known([pipeline(change)]))).toEqual(expected);
  });

  it('is not another service’s, whatever the entity claims', () => {
    const others = known([
      pipeline({ entityRef: 'component:default/other' }),
      pipeline({ name: 'own' }),
    ]);
    expect(judge(others, { claim: 'service-catalog:ledger-pipeline' })).toEqual(
      [
        'drifting',
        'service-catalog',
        'own-pipeline fail',
        'pipeline-provisioned fail',
      ],
    );
    expect(judge(others, { claim: 'service-catalog:own' })).toEqual([
      'on-road',
      'service-catalog',
    ]);
    expect(judge(others, { claim: 'service-catalog:gone' })).toEqual([
      'drifting',
      'service-catalog',
      'pipeline-provisioned fail',
    ]);
  });

  it('is unknown while the portal can’t read what is provisioned', () => {
    expect(judge(unknown)).toEqual([
      'unknown',
      undefined,
      'pipeline-provisioned unknown',
    ]);
    expect(judge(unknown, { claim: 'service-catalog:own' })).toEqual([
      'unknown',
      'service-catalog',
      'pipeline-provisioned unknown',
    ]);
  });

  it('drifts where the provider isn’t offered', () => {
    const { githubActions: _, ...products } = both;
    expect(
      troubles(judgeChannel(facts({ pipelines: known([]) }), products)),
    ).toEqual(['drifting', 'github-actions', 'workflow-pinned fail']);
  });
});
