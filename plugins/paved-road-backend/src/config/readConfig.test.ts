import { resolve } from 'node:path';
import { mockServices } from '@backstage/backend-test-utils';
import { JsonObject } from '@backstage/types';
import { readConfig } from './readConfig';

const account = {
  id: 'payments',
  accountId: '111122223333',
  region: 'us-gov-west-1',
  environment: 'production',
};

const pipeline = {
  id: 'ci',
  subject: 'external:ci',
  services: ['component:default/*'],
};

const githubActions = {
  workflow: 'acme/platform/.github/workflows/paved-road.yml',
  refs: ['v2', 'v1.0'],
};

const channel = { platformTeam: '@acme/platform', githubActions };

const read = (pavedRoad: JsonObject) =>
  readConfig(mockServices.rootConfig({ data: { pavedRoad } }));

describe('readConfig', () => {
  it('works without any configuration', () => {
    expect(readConfig(mockServices.rootConfig({ data: {} }))).toEqual({
      packs: [{ type: 'control-tower', target: 'control-tower' }],
      packRefresh: { minutes: 5 },
      environments: [
        { name: 'development', enforcement: 'advise' },
        { name: 'staging', enforcement: 'block' },
        { name: 'production', enforcement: 'block' },
      ],
      defaultEnvironment: 'production',
      freshnessMs: 24 * 60 * 60 * 1000,
      schedule: {
        frequency: { minutes: 30 },
        timeout: { minutes: 30 },
        initialDelay: { seconds: 5 },
      },
      limits: {
        maxDocumentBytes: 10 * 1024 * 1024,
        maxDocuments: 100,
        maxRequestBytes: 20 * 1024 * 1024,
        maxConcurrentRequests: 4,
      },
      engine: {},
      products: { accounts: [], cacheMs: 5 * 60 * 1000 },
      pipelines: [],
    });
  });

  it('reads every key', () => {
    expect(
      read({
        packs: [
          { target: 'control-tower' },
          {
            target: './policies',
            viewUrl: 'https://git.example.com/policies/',
            editUrl: 'https://git.example.com/edit',
          },
          { target: 'https://github.com/acme/policies/tree/main' },
        ],
        packRefresh: '10 minutes',
        environments: [{ name: 'live', enforcement: 'block' }],
        defaultEnvironment: 'live',
        freshness: { days: 7 },
        schedule: { frequency: 'PT1H', timeout: 'PT10M' },
        limits: {
          maxDocumentBytes: 1,
          maxDocuments: 2,
          maxRequestBytes: 3,
          maxConcurrentRequests: 4,
        },
        engine: { binary: '/opt/cfn-guard', processes: 3, timeout: 'PT5S' },
        products: {
          cache: { minutes: 1 },
          accounts: [
            {
              id: 'payments',
              title: 'Payments',
              accountId: '111122223333',
              region: 'eu-central-1',
              environment: 'live',
            },
          ],
        },
        pipelines: [
          {
            id: 'github-actions',
            title: 'GitHub Actions',
            subject: 'external:github-actions',
            services: ['Component:default/*'],
          },
        ],
      }),
    ).toEqual({
      packs: [
        { type: 'control-tower', target: 'control-tower' },
        {
          type: 'directory',
          target: './policies',
          directory: resolve('policies'),
          viewUrl: 'https://git.example.com/policies',
          editUrl: 'https://git.example.com/edit',
        },
        { type: 'url', target: 'https://github.com/acme/policies/tree/main' },
      ],
      packRefresh: { minutes: 10 },
      environments: [{ name: 'live', enforcement: 'block' }],
      defaultEnvironment: 'live',
      freshnessMs: 7 * 24 * 60 * 60 * 1000,
      schedule: { frequency: { hours: 1 }, timeout: { minutes: 10 } },
      limits: {
        maxDocumentBytes: 1,
        maxDocuments: 2,
        maxRequestBytes: 3,
        maxConcurrentRequests: 4,
      },
      engine: { binary: '/opt/cfn-guard', processes: 3, timeoutMs: 5000 },
      products: {
        cacheMs: 60_000,
        accounts: [
          {
            id: 'payments',
            title: 'Payments',
            accountId: '111122223333',
            region: 'eu-central-1',
            environment: 'live',
          },
        ],
      },
      pipelines: [
        {
          id: 'github-actions',
          title: 'GitHub Actions',
          subject: 'external:github-actions',
          services: ['component:default/*'],
        },
      ],
    });
  });

  it('reads where the repository is that a pipeline runs for', () => {
    const subject = 'external:github:repo:{repository}:*:job_workflow_ref:a';
    const [there, elsewhere, whole] = read({
      pipelines: [
        { ...pipeline, subject },
        {
          ...pipeline,
          id: 'own',
          subject: `${subject}b`,
          host: 'git.example.com:8443',
        },
        { ...pipeline, id: 'whole', subject: 'external:whole' },
      ],
    }).pipelines;
    expect([there.host, elsewhere.host]).toEqual([
      'github.com',
      'git.example.com:8443',
    ]);
    expect(whole).not.toHaveProperty('host');
  });

  it.each([
    ['external:{repository}:{repository}:x', 'once each'],
    ['external:*:{repository}:*:x', 'once each'],
    ['external:*:x', 'without {repository}'],
    ['external:github:repo:{repository}:*', 'any workflow'],
  ])('refuses the subject %s', (subject, problem) => {
    expect(() => read({ pipelines: [{ ...pipeline, subject }] })).toThrow(
      problem,
    );
  });

  it('reads the channel to production', () => {
    const { channel: full } = read({
      products: { accounts: [account] },
      environments: [{ name: 'production', enforcement: 'block' }],
      channel: {
        ...channel,
        serviceCatalog: {
          account: 'payments',
          productId: 'prod-abc',
          parameters: { Connection: 'arn:aws:codestar:1' },
          tags: { CostCentre: '4100' },
        },
        schedule: { frequency: 'PT2H', timeout: 'PT10M' },
      },
    });
    expect(full).toEqual({
      settings: {
        requiredCheck: 'paved-road / verdict',
        platformTeam: '@acme/platform',
        githubActions,
        serviceCatalog: {
          account: 'payments',
          productId: 'prod-abc',
          parameters: { Connection: 'arn:aws:codestar:1' },
          tags: { CostCentre: '4100' },
        },
      },
      schedule: { frequency: { hours: 2 }, timeout: { minutes: 10 } },
    });
    expect(read({ channel }).channel).toEqual({
      settings: {
        requiredCheck: 'paved-road / verdict',
        platformTeam: '@acme/platform',
        githubActions,
      },
      schedule: {
        frequency: { hours: 1 },
        timeout: { minutes: 50 },
        initialDelay: { seconds: 30 },
      },
    });
  });

  it.each<[JsonObject, string]>([
    [{ packs: [] }, 'pavedRoad.packs names no pack'],
    [{ packs: [{}] }, "'pavedRoad.packs[0].target'"],
    [
      { packs: [{ target: 'a' }, { target: 'a' }] },
      "pavedRoad.packs[1].target names 'a' a second time",
    ],
    [
      { packs: [{ target: 's3://bucket/rules' }] },
      "pavedRoad.packs[0].target is 's3://bucket/rules'; give",
    ],
    [
      { packs: [{ target: 'https://me:secret@example.com/a' }] },
      'pavedRoad.packs[0].target holds a user name or a password',
    ],
    [
      { packs: [{ target: 'a', viewUrl: 'ftp://a.example' }] },
      'pavedRoad.packs[0].viewUrl is not an http or https address',
    ],
    [
      { packs: [{ target: 'control-tower', viewUrl: 'https://a.example' }] },
      'pavedRoad.packs[0] has links',
    ],
    [{ packRefresh: 'often' }, 'packRefresh'],
    [
      { freshness: { hours: 0 } },
      'pavedRoad.freshness must be longer than nothing',
    ],
    [{ environments: [] }, 'pavedRoad.environments names no environment'],
    [
      { environments: [{ name: 'live', enforcement: 'warn' }] },
      'pavedRoad.environments[0].enforcement must be one of: block, advise',
    ],
    [
      {
        environments: [
          { name: 'live', enforcement: 'block' },
          { name: 'live', enforcement: 'advise' },
        ],
      },
      "pavedRoad.environments[1].name names 'live' a second time",
    ],
    [
      { defaultEnvironment: 'prod' },
      "pavedRoad.defaultEnvironment is 'prod', which is not among the environments: development, staging, production",
    ],
    [{ schedule: { frequency: { hours: 1 } } }, 'timeout'],
    [
      { limits: { maxDocuments: 0 } },
      'pavedRoad.limits.maxDocuments must be a whole number of at least 1, not 0',
    ],
    [
      { limits: { maxDocumentBytes: 1.5 } },
      'pavedRoad.limits.maxDocumentBytes',
    ],
    [{ engine: { processes: -1 } }, 'pavedRoad.engine.processes'],
    [{ engine: { timeout: 'PT0S' } }, 'pavedRoad.engine.timeout'],
    [
      { products: { accounts: [account, account] } },
      "pavedRoad.products.accounts[1].id names 'payments' a second time",
    ],
    [
      { products: { accounts: [{ ...account, id: 'Payments Dev' }] } },
      "pavedRoad.products.accounts[0].id is 'Payments Dev'; use small letters",
    ],
    [
      { products: { accounts: [{ ...account, accountId: '1234' }] } },
      'pavedRoad.products.accounts[0].accountId is no number of an AWS account',
    ],
    [
      { products: { accounts: [{ ...account, region: 'Frankfurt' }] } },
      "pavedRoad.products.accounts[0].region is 'Frankfurt'",
    ],
    [
      { products: { accounts: [{ ...account, environment: 'prod' }] } },
      "pavedRoad.products.accounts[0].environment is 'prod', which is none of the environments",
    ],
    [
      { pipelines: [pipeline, { ...pipeline, subject: 'external:b' }] },
      "pavedRoad.pipelines[1].id names 'ci' a second time",
    ],
    [
      { pipelines: [pipeline, { ...pipeline, id: 'b' }] },
      "pavedRoad.pipelines[1].subject names 'external:ci' a second time",
    ],
    [
      { pipelines: [{ ...pipeline, id: 'My CI' }] },
      "pavedRoad.pipelines[0].id is 'My CI'; use small letters",
    ],
    [
      { pipelines: [{ ...pipeline, subject: 'user:default/anna' }] },
      "pavedRoad.pipelines[0].subject is 'user:default/anna'; give the subject",
    ],
    [
      { pipelines: [{ ...pipeline, services: [] }] },
      'pavedRoad.pipelines[0].services names no service',
    ],
    [
      { pipelines: [{ ...pipeline, services: ['component:default/a', '*'] }] },
      "pavedRoad.pipelines[0].services[1] is '*'; name services as in",
    ],
    [
      { pipelines: [{ ...pipeline, services: ['!component:default/a'] }] },
      'pavedRoad.pipelines[0].services[0]',
    ],
    [{ channel: { githubActions } }, "'pavedRoad.channel.platformTeam'"],
    [
      { channel: { ...channel, platformTeam: 'acme/platform' } },
      "pavedRoad.channel.platformTeam is 'acme/platform'; name the team as CODEOWNERS does",
    ],
    [
      { channel: { platformTeam: '@acme/platform' } },
      'pavedRoad.channel offers no pipeline',
    ],
    [
      {
        channel: {
          ...channel,
          githubActions: { ...githubActions, workflow: 'acme/platform/ci.yml' },
        },
      },
      "pavedRoad.channel.githubActions.workflow is 'acme/platform/ci.yml'; give the reusable workflow",
    ],
    [
      {
        channel: { ...channel, githubActions: { ...githubActions, refs: [] } },
      },
      'pavedRoad.channel.githubActions.refs names no version',
    ],
    [
      {
        channel: {
          ...channel,
          githubActions: { ...githubActions, refs: ['v1', '${{ x }}'] },
        },
      },
      'pavedRoad.channel.githubActions.refs[1]',
    ],
    [
      {
        channel: {
          ...channel,
          serviceCatalog: { account: 'lending', productId: 'prod-1' },
        },
        products: { accounts: [account] },
      },
      "pavedRoad.channel.serviceCatalog.account is 'lending', which is none of pavedRoad.products.accounts: payments",
    ],
    [
      {
        channel: {
          ...channel,
          serviceCatalog: { account: 'payments', productId: 'a b' },
        },
        products: { accounts: [account] },
      },
      "pavedRoad.channel.serviceCatalog.productId is 'a b'",
    ],
    [
      { channel: { ...channel, schedule: { frequency: { hours: 1 } } } },
      'timeout',
    ],
  ])('refuses %j', (pavedRoad, words) => {
    expect(() => read(pavedRoad)).toThrow(words);
  });

  it('repeats no password in its refusal', () => {
    const target = 'https://me:secret@example.com/a';
    expect(() => read({ packs: [{ target }] })).toThrow(
      expect.objectContaining({
        message: expect.not.stringContaining('secret'),
      }),
    );
  });
});
