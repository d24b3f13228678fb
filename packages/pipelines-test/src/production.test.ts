import {
  administrator,
  managedPolicyOf,
  policyFile,
  roleOf,
  serviceControl,
} from './__testUtils__/policies';
import { account, resourcesOf } from './__testUtils__/templates';
import { RequestContext } from './iam/conditions';
import { evaluate } from './iam/evaluate';
import { Policy, policySchema } from './iam/policy';

interface Caller {
  arn: string;
  identity: Policy[];
  boundary?: Policy;
  context?: RequestContext;
  /** Undefined where no service control policy is attached. */
  serviceControl?: Policy[];
}

const role = (path: string) => `arn:aws:iam::${account}:role/${path}`;
const sso = (name: string) =>
  role(`aws-reserved/sso.amazonaws.com/eu-central-1/AWSReservedSSO_${name}_1`);
const boundary = managedPolicyOf('iam/door.yaml', 'PipelineBoundary');
const release = roleOf('codebuild/pipeline.yaml', 'ReleaseRole').identity;

const callers: Record<string, Caller> = {
  'a developer': {
    arn: sso('Developer'),
    identity: [policyFile('iam/developer-production.json')],
    serviceControl,
  },
  'an administrator': {
    arn: sso('Administrator'),
    identity: [administrator],
    serviceControl,
  },
  'the root user': {
    arn: `arn:aws:iam::${account}:root`,
    identity: [administrator],
    serviceControl,
  },
  'an old server’s user': {
    arn: `arn:aws:iam::${account}:user/jenkins`,
    identity: [administrator],
    serviceControl,
  },
  'who has broken the glass': {
    arn: sso('BreakGlass'),
    identity: [administrator],
    serviceControl,
  },
  'a workload': {
    arn: role('ledger--service-Role-1'),
    identity: [administrator],
    context: {
      'aws:PrincipalTag/paved-road:entity': 'component:default/ledger',
    },
    serviceControl,
  },
  'the portal': {
    arn: role('paved-road-portal'),
    identity: [administrator],
    serviceControl,
  },
  'the team’s build': {
    arn: role('paved-road-builds/build-ledger'),
    identity: roleOf('codebuild/pipeline.yaml', 'BuildRole').identity,
    serviceControl,
  },
  'the release': {
    arn: role('paved-road/release-ledger'),
    identity: release,
    boundary,
    serviceControl,
  },
  'the workflow’s role': {
    arn: role('paved-road/deploy-ledger'),
    identity: roleOf('iam/deploy-role.yaml', 'DeployRole').identity,
    boundary,
    serviceControl,
  },
  'the event': {
    arn: role('paved-road/start-release-ledger'),
    identity: roleOf('codebuild/pipeline.yaml', 'StartRole').identity,
    serviceControl,
  },
  CloudFormation: {
    arn: role('paved-road/cfn-execution'),
    identity: [
      managedPolicyOf('iam/door.yaml', 'MakesResources'),
      managedPolicyOf('iam/door.yaml', 'MakesRoles'),
    ],
    serviceControl,
  },
  Terraform: {
    arn: role('paved-road/terraform-ledger'),
    identity: [
      ...roleOf('iam/terraform-role.yaml', 'TerraformRole').identity,
      managedPolicyOf('iam/door.yaml', 'MakesResources'),
      managedPolicyOf('iam/door.yaml', 'MakesRoles'),
    ],
    serviceControl,
  },
  'the platform’s roll-out': {
    arn: role('stacksets-exec-0123'),
    identity: [administrator],
    serviceControl,
  },
  'anybody in development': {
    arn: sso('Developer'),
    identity: [administrator],
  },
};

function decide(
  who: string,
  action: string,
  resource: string,
  context: RequestContext = {},
) {
  const caller: Caller = callers[who];
  return evaluate(caller, {
    ...{ action, resource },
    context: { 'aws:PrincipalArn': caller.arn, ...caller.context, ...context },
  });
}

const stack = (name: string) =>
  `arn:aws:cloudformation:eu-central-1:${account}:stack/${name}/0a1b`;
const project = (name: string) =>
  `arn:aws:codebuild:eu-central-1:${account}:project/${name}`;
const bucket = (path: string) => `arn:aws:s3:::${path}`;
const state = (service: string) =>
  bucket(
    `paved-road-state-${account}-eu-central-1/${service}/terraform.tfstate`,
  );
const executionRole = role('paved-road/cfn-execution');
const withRole = { 'cloudformation:RoleArn': executionRole };
const secret = `arn:aws:secretsmanager:eu-central-1:${account}:secret:paved-road/pipeline-a1b2c3`;
const portal = `arn:aws:ssm:eu-central-1:${account}:parameter/paved-road/portal`;
const function_ = `arn:aws:lambda:eu-central-1:${account}:function:ledger`;

type Case = [string, string, string, string, RequestContext?];

const cases: Case[] = [
  // Nobody changes production by hand.
  [
    'a developer',
    'cloudformation:UpdateStack',
    stack('ledger--a'),
    'denied by StacksChangeThroughThePipeline',
  ],
  [
    'a developer',
    'cloudformation:ExecuteChangeSet',
    stack('ledger--a'),
    'denied by StacksChangeThroughThePipeline',
  ],
  [
    'a developer',
    's3:PutBucketPolicy',
    bucket('books'),
    'denied by NobodyIsLetInBesides',
  ],
  [
    'a developer',
    'lambda:UpdateFunctionCode',
    function_,
    'denied by NobodyIsLetInBesides',
  ],
  ['a developer', 'ec2:RunInstances', '*', 'denied by PeopleLookAndRepeat'],
  [
    'a developer',
    'dynamodb:GetItem',
    'arn:aws:dynamodb:x',
    'denied by PeopleLookAndRepeat',
  ],
  [
    'a developer',
    's3:GetObject',
    bucket('books/1'),
    'denied by PeopleLookAndRepeat',
  ],
  [
    'a developer',
    'secretsmanager:GetSecretValue',
    'arn:aws:secretsmanager:x',
    'denied by PeopleLookAndRepeat',
  ],
  [
    'an administrator',
    'cloudformation:CreateStack',
    stack('x'),
    'denied by StacksChangeThroughThePipeline',
  ],
  [
    'an administrator',
    'cloudformation:CreateResource',
    '*',
    'denied by StacksChangeThroughThePipeline',
  ],
  [
    'an administrator',
    'iam:CreateRole',
    role('paved-road/mine'),
    'denied by NobodyIsLetInBesides',
  ],
  [
    'an administrator',
    'rds:DeleteDBInstance',
    '*',
    'denied by PeopleLookAndRepeat',
  ],
  [
    'an administrator',
    'codebuild:UpdateProject',
    project('ledger-release'),
    'denied by PeopleLookAndRepeat',
  ],
  ['an administrator', 'events:PutRule', '*', 'denied by PeopleLookAndRepeat'],
  [
    'an administrator',
    'sts:TagSession',
    role('x'),
    'denied by NobodyBorrowsTheTagOfWorkloads',
    { 'aws:RequestTag/paved-road:entity': 'x' },
  ],
  [
    'the root user',
    'cloudformation:DeleteStack',
    stack('x'),
    'denied by StacksChangeThroughThePipeline',
  ],
  [
    'an old server’s user',
    'lambda:UpdateFunctionConfiguration',
    function_,
    'denied by PeopleLookAndRepeat',
  ],
  // Looking stays open, and so does what harms nobody.
  [
    'a developer',
    'cloudformation:DescribeStacks',
    stack('ledger--a'),
    'allowed',
  ],
  ['a developer', 'cloudformation:GetTemplate', stack('ledger--a'), 'allowed'],
  ['a developer', 'logs:FilterLogEvents', '*', 'allowed'],
  ['a developer', 's3:GetBucketPolicy', bucket('books'), 'allowed'],
  ['a developer', 'iam:GetRole', executionRole, 'allowed'],
  ['a developer', 'support:CreateCase', '*', 'allowed'],
  ['an administrator', 'sts:AssumeRole', role('x'), 'allowed'],
  ['the portal', 'servicecatalog:ProvisionProduct', '*', 'allowed'],
  [
    'the portal',
    'servicecatalog:CreateProduct',
    '*',
    'denied by PeopleLookAndRepeat',
  ],
  // A build may be repeated as it is.
  ['a developer', 'codebuild:StartBuild', project('ledger-build'), 'allowed'],
  [
    'a developer',
    'codebuild:StartBuild',
    project('ledger-build'),
    'denied by NoOtherBuildspec',
    { 'codebuild:source.buildspec': 'version: 0.2' },
  ],
  [
    'a developer',
    'codebuild:StartBuild',
    project('ledger-build'),
    'denied by NoOtherSource',
    { 'codebuild:source.location': 'https://github.com/me/x' },
  ],
  [
    'a developer',
    'codebuild:StartBuild',
    project('ledger-build'),
    'denied by NoOtherImage',
    { 'codebuild:environment.image': 'mine' },
  ],
  [
    'a developer',
    'codebuild:StartBuild',
    project('ledger-build'),
    'denied by NoOtherServiceRole',
    { 'codebuild:serviceRole': executionRole },
  ],
  [
    'a developer',
    'codebuild:StartBuild',
    project('ledger-build'),
    'denied by NoPrivilegedMode',
    { 'codebuild:environment.privilegedMode': 'true' },
  ],
  [
    'a developer',
    'codebuild:StartBuild',
    project('ledger-build'),
    'denied by NoOtherArtefacts',
    { 'codebuild:artifacts.location': 'mine' },
  ],
  [
    'an administrator',
    'codebuild:StartBuild',
    project('ledger-build'),
    'denied by NoOtherBuildspec',
    { 'codebuild:source.buildspec': 'x' },
  ],
  [
    'an administrator',
    'codebuild:StartBuildBatch',
    project('ledger-build'),
    'denied by PeopleLookAndRepeat',
    { 'codebuild:environment.image': 'mine' },
  ],
  [
    'an administrator',
    'codebuild:StartBuild',
    project('ledger-release'),
    'denied by OnlyAnEndedBuildStartsARelease',
  ],
  [
    'an administrator',
    'codebuild:RetryBuild',
    project('ledger-release'),
    'denied by OnlyAnEndedBuildStartsARelease',
  ],
  [
    'the event',
    'codebuild:StartBuild',
    project('ledger-release'),
    'allowed',
    { 'codebuild:environment.environmentVariables': 'true' },
  ],
  [
    'the event',
    'codebuild:StartBuild',
    project('lending-release'),
    'denied by the identity',
  ],
  // The team's build hands over what it has built, and that is all.
  [
    'the team’s build',
    's3:PutObject',
    bucket(`ledger-artifacts-${account}/builds/1/a.zip`),
    'allowed',
  ],
  [
    'the team’s build',
    's3:PutObject',
    bucket(`ledger-artifacts-${account}/releases/a.zip`),
    'denied by the identity',
  ],
  [
    'the team’s build',
    's3:GetObject',
    bucket(`ledger-artifacts-${account}/builds/1/a.zip`),
    'denied by the identity',
  ],
  [
    'the team’s build',
    'cloudformation:CreateChangeSet',
    stack('ledger--a'),
    'denied by StacksChangeThroughThePipeline',
    withRole,
  ],
  [
    'the team’s build',
    'secretsmanager:GetSecretValue',
    secret,
    'denied by TheDoorsTokensAreThePipelines',
  ],
  ['the team’s build', 'iam:PassRole', executionRole, 'denied by the identity'],
  [
    'the team’s build',
    'codebuild:StartBuild',
    project('ledger-release'),
    'denied by OnlyAnEndedBuildStartsARelease',
  ],
  [
    'CloudFormation',
    'iam:CreateRole',
    role('paved-road-builds/mine'),
    'denied by TheDoorsRolesStay',
  ],
  // The pipeline changes its service's stacks, with the execution role alone.
  ...(['the release', 'the workflow’s role'] as const).flatMap(
    (who): Case[] => [
      [
        who,
        'cloudformation:CreateChangeSet',
        stack('ledger--a'),
        'allowed',
        withRole,
      ],
      [who, 'cloudformation:ExecuteChangeSet', stack('ledger--a'), 'allowed'],
      [who, 'cloudformation:GetTemplate', stack('ledger--a'), 'allowed'],
      [
        who,
        'cloudformation:CreateChangeSet',
        stack('ledger--a'),
        'denied by ChangesThemWithTheExecutionRoleOnly',
      ],
      [
        who,
        'cloudformation:CreateChangeSet',
        stack('ledger--a'),
        'denied by ChangesThemWithTheExecutionRoleOnly',
        { 'cloudformation:RoleArn': role('mine') },
      ],
      [
        who,
        'cloudformation:CreateChangeSet',
        stack('lending--a'),
        'denied by the identity',
        withRole,
      ],
      [
        who,
        'cloudformation:CreateChangeSet',
        stack('ledger-archive--a'),
        'denied by the identity',
        withRole,
      ],
      [
        who,
        'cloudformation:UpdateStack',
        stack('ledger--a'),
        'denied by the boundary',
      ],
      [
        who,
        'cloudformation:DeleteStack',
        stack('ledger--a'),
        'denied by the boundary',
      ],
      [
        who,
        'iam:PassRole',
        executionRole,
        'allowed',
        { 'iam:PassedToService': 'cloudformation.amazonaws.com' },
      ],
      [
        who,
        'iam:PassRole',
        executionRole,
        'denied by the identity',
        { 'iam:PassedToService': 'lambda.amazonaws.com' },
      ],
      [who, 's3:PutBucketPolicy', bucket('books'), 'denied by the boundary'],
      [
        who,
        'ecr:PutImage',
        `arn:aws:ecr:eu-central-1:${account}:repository/ledger`,
        'allowed',
      ],
      [
        who,
        'ecr:PutImage',
        `arn:aws:ecr:eu-central-1:${account}:repository/lending`,
        'denied by the identity',
      ],
    ],
  ),
  ['the release', 'secretsmanager:GetSecretValue', secret, 'allowed'],
  [
    'the release',
    's3:GetObject',
    bucket(`ledger-artifacts-${account}/builds/1/a.zip`),
    'allowed',
  ],
  [
    'the workflow’s role',
    's3:PutObject',
    bucket(`paved-road-releases-${account}-eu-central-1/releases/ledger/a.zip`),
    'allowed',
  ],
  [
    'the workflow’s role',
    's3:PutObject',
    bucket(
      `paved-road-releases-${account}-eu-central-1/releases/lending/a.zip`,
    ),
    'denied by the identity',
  ],
  [
    'the workflow’s role',
    'secretsmanager:GetSecretValue',
    secret,
    'denied by TheDoorsTokensAreThePipelines',
  ],
  // CloudFormation makes what workloads consist of, and nothing of the door.
  ['CloudFormation', 'dynamodb:CreateTable', '*', 'allowed'],
  ['CloudFormation', 's3:PutBucketPolicy', bucket('books'), 'allowed'],
  ['CloudFormation', 'iam:CreateRole', role('ledger--a-Role-1'), 'allowed'],
  ['CloudFormation', 'iam:PassRole', role('ledger--a-Role-1'), 'allowed'],
  [
    'CloudFormation',
    'iam:AttachRolePolicy',
    role('ledger--a-Role-1'),
    'denied by GivesNobodyAllRights',
    { 'iam:PolicyARN': 'arn:aws:iam::aws:policy/AdministratorAccess' },
  ],
  [
    'CloudFormation',
    'iam:CreateRole',
    role('paved-road/mine'),
    'denied by TheDoorsRolesStay',
  ],
  [
    'CloudFormation',
    'iam:UpdateAssumeRolePolicy',
    executionRole,
    'denied by TheDoorsRolesStay',
  ],
  [
    'CloudFormation',
    'iam:CreateRole',
    role('break-glass/mine'),
    'denied by TheDoorsRolesStay',
  ],
  [
    'CloudFormation',
    'iam:PassRole',
    role('paved-road/release-ledger'),
    'denied by TouchesNoRoleOfTheDoor',
  ],
  [
    'CloudFormation',
    'iam:CreateUser',
    `arn:aws:iam::${account}:user/me`,
    'denied by the identity',
  ],
  [
    'CloudFormation',
    'iam:CreateOpenIDConnectProvider',
    `arn:aws:iam::${account}:oidc-provider/evil.example`,
    'denied by TheDoorsRolesStay',
  ],
  [
    'CloudFormation',
    'codebuild:CreateProject',
    project('mine'),
    'denied by TheDoorsProjectsAndHookStay',
  ],
  [
    'CloudFormation',
    'cloudformation:SetTypeConfiguration',
    '*',
    'denied by TheDoorsProjectsAndHookStay',
  ],
  [
    'CloudFormation',
    'cloudformation:CreateStack',
    stack('x'),
    'denied by the identity',
  ],
  [
    'CloudFormation',
    'ssm:PutParameter',
    portal,
    'denied by TheDoorsSettingsStay',
  ],
  [
    'CloudFormation',
    's3:PutBucketPolicy',
    bucket(`paved-road-rules-${account}-eu-central-1`),
    'denied by TheDoorsBucketsStay',
  ],
  [
    'CloudFormation',
    's3:PutBucketPolicy',
    bucket(`ledger-artifacts-${account}`),
    'denied by TheDoorsBucketsStay',
  ],
  [
    'CloudFormation',
    'events:PutTargets',
    `arn:aws:events:eu-central-1:${account}:rule/ledger-release`,
    'denied by TheDoorsRulesOfEventsStay',
  ],
  [
    'CloudFormation',
    'secretsmanager:GetSecretValue',
    secret,
    'denied by TheDoorsTokensAreThePipelines',
  ],
  // Each pipeline becomes its own service's Terraform, and only that changes things.
  ...(['the release', 'the workflow’s role'] as const).flatMap(
    (who): Case[] => [
      [who, 'sts:AssumeRole', role('paved-road/terraform-ledger'), 'allowed'],
      [
        who,
        'sts:AssumeRole',
        role('paved-road/terraform-lending'),
        'denied by the identity',
      ],
      [
        who,
        'sts:AssumeRole',
        role('break-glass/mine'),
        'denied by the boundary',
      ],
      [who, 'sqs:CreateQueue', '*', 'denied by the boundary'],
      [who, 's3:GetObject', state('ledger'), 'denied by the identity'],
    ],
  ),
  ['Terraform', 'sqs:CreateQueue', '*', 'allowed'],
  ['Terraform', 's3:PutBucketPolicy', bucket('books'), 'allowed'],
  ['Terraform', 's3:GetBucketObjectLockConfiguration', bucket('x'), 'allowed'],
  ['Terraform', 's3:GetObject', state('ledger'), 'allowed'],
  ['Terraform', 's3:PutObject', state('ledger'), 'allowed'],
  ['Terraform', 's3:DeleteObject', state('ledger'), 'denied by the identity'],
  ['Terraform', 's3:PutObject', `${state('ledger')}.tflock`, 'allowed'],
  ['Terraform', 's3:DeleteObject', `${state('ledger')}.tflock`, 'allowed'],
  [
    'Terraform',
    's3:GetObject',
    state('lending'),
    'denied by TouchesNothingInBucketsBesides',
  ],
  [
    'Terraform',
    's3:GetObject',
    bucket('books/1'),
    'denied by TouchesNothingInBucketsBesides',
  ],
  ['Terraform', 'iam:CreateRole', role('ledger-worker'), 'allowed'],
  [
    'Terraform',
    'iam:PutRolePolicy',
    role('lending-worker'),
    'denied by MakesOnlyRolesOfTheService',
  ],
  [
    'Terraform',
    'iam:CreateRole',
    role('paved-road/terraform-ledger'),
    'denied by TheDoorsRolesStay',
  ],
  [
    'Terraform',
    'cloudformation:CreateStack',
    stack('ledger--a'),
    'denied by the identity',
  ],
  ['Terraform', 'lambda:InvokeFunction', function_, 'denied by the identity'],
  ['Terraform', 'sts:AssumeRole', role('x'), 'denied by the identity'],
  [
    'Terraform',
    's3:PutBucketPolicy',
    bucket(`paved-road-state-${account}-eu-central-1`),
    'denied by TheDoorsBucketsStay',
  ],
  [
    'Terraform',
    'secretsmanager:GetSecretValue',
    secret,
    'denied by TheDoorsTokensAreThePipelines',
  ],
  ['a developer', 's3:GetObject', state('x'), 'denied by PeopleLookAndRepeat'],
  // A workload works, and neither deploys nor lets anybody in.
  ['a workload', 'dynamodb:PutItem', '*', 'allowed'],
  ['a workload', 's3:GetObject', bucket('books/1'), 'allowed'],
  [
    'a workload',
    'cloudformation:UpdateStack',
    stack('ledger--a'),
    'denied by StacksChangeThroughThePipeline',
  ],
  ['a workload', 'iam:CreateAccessKey', '*', 'denied by NobodyIsLetInBesides'],
  [
    'a workload',
    's3:PutBucketPolicy',
    bucket('books'),
    'denied by NobodyIsLetInBesides',
  ],
  [
    'a workload',
    'secretsmanager:GetSecretValue',
    secret,
    'denied by TheDoorsTokensAreThePipelines',
  ],
  ['a workload', 'ssm:PutParameter', portal, 'denied by TheDoorsSettingsStay'],
  [
    'a workload',
    'codebuild:StartBuild',
    project('ledger-release'),
    'denied by OnlyAnEndedBuildStartsARelease',
  ],
  // In an emergency production can be mended by hand; the door stays where it is.
  [
    'who has broken the glass',
    'cloudformation:UpdateStack',
    stack('ledger--a'),
    'allowed',
  ],
  [
    'who has broken the glass',
    'lambda:UpdateFunctionCode',
    function_,
    'allowed',
  ],
  [
    'who has broken the glass',
    'iam:PutRolePolicy',
    executionRole,
    'denied by TheDoorsRolesStay',
  ],
  [
    'who has broken the glass',
    'codebuild:UpdateProject',
    project('ledger-release'),
    'denied by TheDoorsProjectsAndHookStay',
  ],
  // Who brings the door changes the door.
  ['the platform’s roll-out', 'iam:CreateRole', executionRole, 'allowed'],
  ['the platform’s roll-out', 'ssm:PutParameter', portal, 'allowed'],
  // Development is free.
  [
    'anybody in development',
    'cloudformation:CreateStack',
    stack('x'),
    'allowed',
  ],
  ['anybody in development', 's3:PutBucketPolicy', bucket('x'), 'allowed'],
  ['anybody in development', 'iam:CreateRole', role('x'), 'allowed'],
];

it.each(
  cases.map(([who, action, resource, decision, context = {}]) => ({
    ...{ who, action, resource, decision, context },
  })),
)(
  '$who: $action of $resource is $decision, with $context',
  ({ who, action, resource, decision, context }) => {
    expect(decide(who, action, resource, context)).toBe(decision);
  },
);

describe('with the boundary of workloads required', () => {
  const policies = {
    identity: [
      managedPolicyOf('iam/door.yaml', 'MakesRoles', {
        RequireWorkloadBoundary: 'true',
      }),
    ],
  };
  const create = (boundaryArn?: string) =>
    evaluate(policies, {
      action: 'iam:CreateRole',
      resource: role('ledger--a-Role-1'),
      context: { 'iam:PermissionsBoundary': boundaryArn },
    });

  it('a stack makes roles that have it, and no others', () => {
    const workload = `arn:aws:iam::${account}:policy/paved-road/workload`;
    expect(create(workload)).toBe('allowed');
    expect(create()).toBe('denied by MakesRolesWithTheBoundaryOnly');
    expect(create(`arn:aws:iam::${account}:policy/mine`)).toBe(
      'denied by MakesRolesWithTheBoundaryOnly',
    );
  });
});

it('lets nobody but Terraform and who has broken the glass read a state, whatever else they may', () => {
  const { Properties } = resourcesOf('iam/door.yaml').StatePolicy;
  const bucketPolicy = policySchema.parse(Properties.PolicyDocument);
  const read = (arn: string) =>
    evaluate(
      { identity: [administrator, bucketPolicy] },
      {
        action: 's3:GetObject',
        resource: state('ledger'),
        context: { 'aws:PrincipalArn': arn, 'aws:SecureTransport': 'true' },
      },
    );
  const denied = 'denied by NobodyElseReadsOrWritesState';
  expect(read(role('paved-road/terraform-ledger'))).toBe('allowed');
  expect(read(sso('BreakGlass'))).toBe('allowed');
  expect(read(role('ledger--service-Role-1'))).toBe(denied);
  expect(read(sso('Administrator'))).toBe(denied);
  expect(read(role('paved-road/cfn-execution'))).toBe(denied);
});
