import { roleOf } from './__testUtils__/policies';
import { account } from './__testUtils__/templates';
import { RequestContext } from './iam/conditions';
import { mayAssume } from './iam/evaluate';

const issuer = 'token.actions.githubusercontent.com';

/** What GitHub's token of the platform's own job says. */
const claims: Record<string, string> = {
  aud: 'sts.amazonaws.com',
  sub: 'repo:meridian/ledger:environment:production',
  repository: 'meridian/ledger',
  repository_id: '4711',
  ref: 'refs/heads/main',
  environment: 'production',
  job_workflow_ref:
    'meridian/pipelines/.github/workflows/paved-road.yml@refs/tags/v1.0.0',
};

function lets(change: Record<string, string | undefined>): boolean {
  const { trust } = roleOf('iam/deploy-role.yaml', 'DeployRole');
  const context: RequestContext = Object.fromEntries(
    Object.entries({ ...claims, ...change }).map(([name, value]) => [
      `${issuer}:${name}`,
      value,
    ]),
  );
  return mayAssume(trust, {
    action: 'sts:AssumeRoleWithWebIdentity',
    context,
  });
}

it.each([
  ['the platform’s job', {}],
  [
    'another version that is allowed',
    {
      job_workflow_ref:
        'meridian/pipelines/.github/workflows/paved-road.yml@refs/tags/v1.4.2',
    },
  ],
  [
    'a subject that says more',
    {
      sub: 'repo:meridian/ledger:environment:production:job_workflow_ref:meridian/pipelines/.github/workflows/paved-road.yml@refs/tags/v1.0.0',
    },
  ],
])('the deploy role lets in %s', (_, change) => {
  expect(lets(change)).toBe(true);
});

it.each([
  [
    'another repository’s own workflow',
    {
      repository: 'meridian/lending',
      repository_id: '4712',
      sub: 'repo:meridian/lending:environment:production',
      job_workflow_ref:
        'meridian/lending/.github/workflows/deploy.yml@refs/heads/main',
    },
  ],
  [
    'the platform’s workflow for another repository',
    {
      repository: 'meridian/lending',
      repository_id: '4712',
      sub: 'repo:meridian/lending:environment:production',
    },
  ],
  [
    'another workflow of the same repository',
    {
      job_workflow_ref:
        'meridian/ledger/.github/workflows/mine.yml@refs/heads/main',
    },
  ],
  [
    'a copy of the workflow in the same repository',
    {
      job_workflow_ref:
        'meridian/ledger/.github/workflows/paved-road.yml@refs/tags/v1.0.0',
    },
  ],
  [
    'a version of the workflow that nobody has released',
    {
      job_workflow_ref:
        'meridian/pipelines/.github/workflows/paved-road.yml@refs/heads/mine',
    },
  ],
  [
    'a version that is not allowed',
    {
      job_workflow_ref:
        'meridian/pipelines/.github/workflows/paved-road.yml@refs/tags/v2.0.0',
    },
  ],
  [
    'another workflow of the platform',
    {
      job_workflow_ref:
        'meridian/pipelines/.github/workflows/other.yml@refs/tags/v1.0.0',
    },
  ],
  [
    'a pull request',
    { sub: 'repo:meridian/ledger:pull_request', ref: 'refs/pull/7/merge' },
  ],
  ['a pull request that names the environment', { ref: 'refs/pull/7/merge' }],
  ['another branch', { ref: 'refs/heads/mine' }],
  ['a tag', { ref: 'refs/tags/main' }],
  [
    'the verdict’s job',
    { environment: undefined, sub: 'repo:meridian/ledger:ref:refs/heads/main' },
  ],
  ['a token for the portal', { aud: 'paved-road' }],
  ['a new repository of the same name', { repository_id: '9999' }],
  [
    'a token that says nothing',
    Object.fromEntries(Object.keys(claims).map(name => [name, undefined])),
  ],
])('the deploy role keeps out %s', (_, change) => {
  expect(lets(change)).toBe(false);
});

it.each([
  ['codebuild/pipeline.yaml', 'BuildRole', 'project/ledger-build'],
  ['codebuild/pipeline.yaml', 'ReleaseRole', 'project/ledger-release'],
  ['guard-hook/hook.yaml', 'PublisherRole', 'project/paved-road-publish-rules'],
])('in %s, %s is for %s alone', (template, id, project) => {
  const { trust } = roleOf(template, id);
  const assume = (source: string, owner = account) =>
    mayAssume(trust, {
      action: 'sts:AssumeRole',
      context: {
        'aws:SourceAccount': owner,
        'aws:SourceArn': `arn:aws:codebuild:eu-central-1:${owner}:${source}`,
      },
    });
  expect(assume(project)).toBe(true);
  expect(assume('project/mine')).toBe(false);
  expect(assume(project, '999999999999')).toBe(false);
});

it('has Terraform’s role for the service’s own pipeline alone', () => {
  const { trust } = roleOf('iam/terraform-role.yaml', 'TerraformRole');
  expect(trust.Statement.map(({ Principal }) => Principal)).toEqual([
    { AWS: `arn:aws:iam::${account}:role/paved-road/deploy-ledger` },
  ]);
});
