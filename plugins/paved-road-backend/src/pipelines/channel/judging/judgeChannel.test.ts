import { platformCodeOwners } from '@paved-road/backstage-plugin-paved-road-common';
import { settings, TEAM, workflowOf } from '../__testUtils__/repositories';
import {
  ChannelFacts,
  ChannelFinding,
  PipelineProduct,
  Protection,
  RepositoryFacts,
} from '../facts';
import { judgeChannel } from './judgeChannel';

const LEDGER = 'component:default/ledger';

const both = {
  ...settings,
  serviceCatalog: {
    account: 'production',
    productId: 'prod-1',
    parameters: {},
  },
};

const known = <T>(value: T) => ({ known: true as const, value });
const unknown = { known: false as const, problem: 'It is dark.' };

const protection: Protection = {
  pullRequests: true,
  codeOwnerReviews: true,
  checks: ['paved-road / verdict'],
  administrators: true,
  forcePushes: false,
  deletions: false,
  bypass: [],
};

function repository(change: Partial<RepositoryFacts> = {}): RepositoryFacts {
  return {
    fullName: 'meridian/ledger',
    defaultBranch: 'main',
    workflow: known(Buffer.from(workflowOf('ledger'))),
    hold: {
      codeOwners: known({ path: 'CODEOWNERS', text: platformCodeOwners(TEAM) }),
      protection: known(protection),
    },
    ...change,
  };
}

const facts = (change: Partial<ChannelFacts> = {}): ChannelFacts => ({
  entityRef: LEDGER,
  place: known({
    host: 'github.com',
    owner: 'meridian',
    name: 'ledger',
    url: 'https://github.com/meridian/ledger',
  }),
  repository: known(repository()),
  ...change,
});

const withProtection = (change: Partial<Protection>) =>
  facts({
    repository: known(
      repository({
        hold: {
          ...repository().hold!,
          protection: known({ ...protection, ...change }),
        },
      }),
    ),
  });

const withWorkflow = (text: string | Buffer | undefined) =>
  known(
    repository({
      workflow: known(text === undefined ? undefined : Buffer.from(text)),
    }),
  );

const pipeline = (change: Partial<PipelineProduct> = {}): PipelineProduct => ({
  name: 'ledger-pipeline',
  entityRef: LEDGER,
  fromPortal: true,
  status: 'AVAILABLE',
  ...change,
});

const troubles = ({ items, provider, state }: ChannelFinding) => [
  state,
  provider,
  ...items
    .filter(({ verdict }) => verdict !== 'pass')
    .map(({ code, verdict }) => `${code} ${verdict}`),
];

describe('judgeChannel', () => {
  const judge = (given: ChannelFacts) =>
    troubles(judgeChannel(given, settings));

  it('is on the road where everything holds', () => {
    expect(judge(facts())).toEqual(['on-road', 'github-actions']);
    expect(judge(facts({ claim: 'github-actions:Meridian/Ledger' }))).toEqual([
      'on-road',
      'github-actions',
    ]);
  });

  it.each<[string, Partial<Protection>, string]>([
    ['pushes', { pullRequests: false }, 'branch-protected'],
    ['another check', { checks: ['verdict'] }, 'check-required'],
    ['no code owners', { codeOwnerReviews: false }, 'code-owner-reviews'],
    ['free administrators', { administrators: false }, 'no-bypass'],
    ['force', { forcePushes: true }, 'no-bypass'],
    ['deletion', { deletions: true }, 'no-bypass'],
    ['somebody who is let past', { bypass: ['root'] }, 'no-bypass'],
  ])('drifts where the protection allows %s', (_, change, code) => {
    expect(judge(withProtection(change))).toEqual([
      'drifting',
      'github-actions',
      `${code} fail`,
    ]);
  });

  it.each<[string, string | Buffer, string[]]>([
    ['an allowed version', workflowOf('ledger', { ref: 'v1' }), []],
    [
      'a version that isn’t allowed',
      workflowOf('ledger', { ref: 'main' }),
      ['workflow-pinned fail'],
    ],
    [
      'another workflow',
      workflowOf('ledger', { workflow: 'evil/x/.github/workflows/a.yml' }),
      ['workflow-pinned fail', 'workflow-unchanged fail'],
    ],
    [
      'another branch',
      workflowOf('ledger', { branch: 'release' }),
      ['workflow-unchanged fail'],
    ],
    [
      'a job more',
      `${workflowOf('ledger')}  more:\n    runs-on: ubuntu-latest\n`,
      ['workflow-unchanged fail'],
    ],
    [
      'other line ends',
      workflowOf('ledger').replaceAll('\n', '\r\n'),
      ['workflow-unchanged fail'],
    ],
    [
      'documents that break out of their quotes',
      workflowOf('ledger').replace(
        /documents: .*/,
        'documents: "a"\n      service: "component:default/other"',
      ),
      ['workflow-unchanged fail'],
    ],
    [
      'bytes that are no text',
      Buffer.concat([
        Buffer.from(workflowOf('ledger').split('infra')[0]),
        Buffer.from([0xff]),
        Buffer.from(workflowOf('ledger').split('infra')[1]),
      ]),
      ['workflow-unchanged fail'],
    ],
    [
      'nothing',
      '',
      ['own-pipeline fail', 'workflow-pinned fail', 'workflow-unchanged fail'],
    ],
  ])('reads a workflow with %s', (_, text, expected) => {
    const [state, provider, ...rest] = judge(
      facts({ repository: withWorkflow(text) }),
    );
    expect([state, provider]).toEqual([
      expected.length > 0 ? 'drifting' : 'on-road',
      'github-actions',
    ]);
    expect(rest).toEqual(expected);
  });

  it('never passes what nobody could look at', () => {
    expect(judge(facts({ place: unknown, repository: unknown }))).toEqual([
      'unknown',
      undefined,
      'repository unknown',
    ]);
    expect(
      judge(
        facts({ repository: unknown, claim: 'github-actions:meridian/ledger' }),
      ),
    ).toEqual(['unknown', 'github-actions', 'repository unknown']);
    expect(
      judge(facts({ repository: known(repository({ workflow: unknown })) })),
    ).toEqual(['unknown', undefined, 'workflow-present unknown']);
    const hold = { codeOwners: unknown, protection: unknown };
    expect(judge(facts({ repository: known(repository({ hold })) }))).toEqual([
      'unknown',
      'github-actions',
      'code-owners unknown',
      'branch-protected unknown',
    ]);
    // What is known not to hold is said, too.
    expect(
      judge(
        facts({
          repository: known(
            repository({
              hold: { codeOwners: unknown, protection: known(undefined) },
            }),
          ),
        }),
      ),
    ).toEqual([
      'drifting',
      'github-actions',
      'branch-protected fail',
      'code-owners unknown',
    ]);
  });

  it.each([
    ['github-actions:meridian/other', 'own-pipeline fail'],
    ['github-actions:../..//ledger', 'own-pipeline fail'],
    ['; rm -rf /', 'own-pipeline fail'],
    ['', 'own-pipeline fail'],
    ['service-catalog:x', 'pipeline-provisioned fail'],
  ])('drifts with the claim %j', (claim, trouble) => {
    const [state, , ...rest] = judge(facts({ claim }));
    expect(state).toBe('drifting');
    expect(rest).toContain(trouble);
  });

  it('is wired by a claim alone, and then misses its workflow', () => {
    const claim = 'github-actions:meridian/ledger';
    expect(
      judge(facts({ claim, repository: withWorkflow(undefined) })),
    ).toEqual(['drifting', 'github-actions', 'workflow-present fail']);
  });
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

  it.each<[Partial<PipelineProduct>, string[]]>([
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
