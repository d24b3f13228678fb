import { z } from 'zod';
import { answersFor, pipelineParameters } from './__testUtils__/answers';
import { deployed, matching } from './__testUtils__/checks';
import { goldenPaths, TextFile } from './__testUtils__/goldenPaths';
import { usualChoices } from './__testUtils__/questions';
import { runOwnTests } from './__testUtils__/repository';
import { useScaffolder } from './__testUtils__/useScaffolder';

const templateSchema = z.object({
  Parameters: z.record(z.string(), z.record(z.string(), z.unknown())),
  Resources: z.record(
    z.string(),
    z.object({
      Type: z.string(),
      Properties: z.record(z.string(), z.unknown()),
    }),
  ),
});

const DOCUMENT = 'cdk.out/Service.template.json';

jest.setTimeout(60_000);

describe('ecs-service', () => {
  const { scaffold } = useScaffolder();
  const path = goldenPaths.find(({ name }) => name === 'ecs-service')!;

  async function scaffolded(choices: Record<string, string> = {}) {
    const { files } = await scaffold(
      path,
      answersFor(path, { ...usualChoices(path), ...choices }),
    );
    return files;
  }

  /** Properties of the resources, by type, as they are deployed. */
  async function infrastructure(choices: Record<string, string> = {}) {
    const [document] = matching(await scaffolded(choices), DOCUMENT);
    const { Resources } = templateSchema.parse(
      JSON.parse(deployed(document).document.content),
    );
    return (type: string) =>
      Object.values(Resources)
        .filter(resource => resource.Type === `AWS::${type}`)
        .map(({ Properties }) => Properties);
  }

  it('lets in the networks of the company alone, where it is internal', async () => {
    const of = await infrastructure({ exposure: 'internal' });
    expect(of('ElasticLoadBalancingV2::LoadBalancer')).toEqual([
      expect.objectContaining({
        Scheme: 'internal',
        Subnets: [
          '{{resolve:ssm:/platform/network/private-subnet-1-id}}',
          '{{resolve:ssm:/platform/network/private-subnet-2-id}}',
        ],
      }),
    ]);
    const ingress = [
      ...of('EC2::SecurityGroupIngress'),
      ...of('EC2::SecurityGroup').flatMap(group => group.SecurityGroupIngress),
    ].filter(Boolean);
    expect(ingress).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          FromPort: 443,
          SourcePrefixListId:
            '{{resolve:ssm:/platform/network/company-prefix-list-id}}',
        }),
      ]),
    );
    expect(JSON.stringify(ingress)).not.toMatch(/0\.0\.0\.0|::\/0/);
    expect(of('WAFv2::WebACLAssociation')).toEqual([]);
  });

  it('lets in the internet through the firewall alone, where it is public', async () => {
    const of = await infrastructure({ exposure: 'public' });
    expect(of('ElasticLoadBalancingV2::LoadBalancer')).toEqual([
      expect.objectContaining({ Scheme: 'internet-facing' }),
    ]);
    expect(of('WAFv2::WebACLAssociation')).toEqual([
      expect.objectContaining({
        WebACLArn: '{{resolve:ssm:/platform/waf/regional-acl-arn}}',
      }),
    ]);
    expect(of('ECS::Service')).toEqual([
      expect.objectContaining({
        NetworkConfiguration: {
          AwsvpcConfiguration: expect.objectContaining({
            AssignPublicIp: 'DISABLED',
            Subnets: [
              '{{resolve:ssm:/platform/network/private-subnet-1-id}}',
              '{{resolve:ssm:/platform/network/private-subnet-2-id}}',
            ],
          }),
        },
      }),
    ]);
  });

  it.each([
    ['internal', 400, 0],
    ['confidential', 731, 1],
  ])('keeps the log of what is %s for %i days', async (dataClass, days, n) => {
    const of = await infrastructure({ dataClass });
    expect(of('Logs::LogGroup')).toEqual([
      expect.objectContaining({ RetentionInDays: days }),
    ]);
    expect(of('Logs::MetricFilter')).toHaveLength(n);
    expect(of('ECS::Service')[0].Tags).toEqual([
      { Key: 'DataClass', Value: dataClass },
      { Key: 'Owner', Value: 'payments' },
    ]);
  });

  it('runs the image that the pipeline has built, and takes no tag for one', async () => {
    const [document] = matching(await scaffolded(), DOCUMENT);
    const { Parameters } = templateSchema.parse(JSON.parse(document.content));
    const pattern = new RegExp(`^${Parameters.ImageDigest.AllowedPattern}$`);
    expect(Parameters).toEqual({
      ImageDigest: expect.not.objectContaining({ Default: expect.anything() }),
    });
    expect(pipelineParameters.ImageDigest).toMatch(pattern);
    expect('latest').not.toMatch(pattern);

    const of = await infrastructure();
    const [{ ContainerDefinitions }] = of('ECS::TaskDefinition');
    expect(ContainerDefinitions).toEqual([
      expect.objectContaining({
        Image: `444455556666.dkr.ecr.eu-central-1.amazonaws.com/standing-orders@${pipelineParameters.ImageDigest}`,
        Environment: [
          { Name: 'JWT_AUDIENCE', Value: 'api://standing-orders' },
          {
            Name: 'JWT_ISSUER',
            Value: 'https://login.meridian.example/oauth2/default',
          },
          { Name: 'PORT', Value: '8080' },
        ],
      }),
    ]);
  });

  it('gives the code no rights, and what starts it those to its image and its log', async () => {
    const of = await infrastructure();
    expect(of('IAM::Role').filter(role => role.ManagedPolicyArns)).toEqual([]);
    const policies = of('IAM::Policy');
    expect(policies).toHaveLength(1);
    const actions = [...JSON.stringify(policies).matchAll(/"(\w+:\w+)"/g)];
    expect(actions.map(([, action]) => action)).toEqual([
      'ecr:BatchCheckLayerAvailability',
      'ecr:BatchGetImage',
      'ecr:GetDownloadUrlForLayer',
      'ecr:GetAuthorizationToken',
      'logs:CreateLogStream',
      'logs:PutLogEvents',
    ]);
  });

  it('takes a release back that does not come up, and tells of every alarm', async () => {
    const of = await infrastructure({ dataClass: 'confidential' });
    expect(of('ECS::Service')[0].DeploymentConfiguration).toMatchObject({
      DeploymentCircuitBreaker: { Enable: true, Rollback: true },
      MinimumHealthyPercent: 100,
    });
    expect(of('CloudWatch::Alarm')).toHaveLength(6);
  });

  describe('where what is committed is not what the CDK says', () => {
    const changed = (
      files: TextFile[],
      name: string,
      from: string,
      to: string,
    ) =>
      files.map(file => {
        if (file.path !== name) {
          return file;
        }
        expect(file.content).toContain(from);
        return { path: name, content: file.content.replace(from, to) };
      });

    it.each([
      ['the CDK', 'infra/containers.ts', 'minCapacity: 2', 'minCapacity: 3'],
      ['the document', DOCUMENT, '"User": "10001"', '"User": "0"'],
    ])(
      'fails when somebody has changed %s',
      async (_, name, from, to) => {
        const files = changed(await scaffolded(), name, from, to);
        await expect(runOwnTests(files)).rejects.toThrow('npm run synth');
      },
      120_000,
    );
  });
});
