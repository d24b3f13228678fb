import { z } from 'zod';
import { answersFor } from './__testUtils__/answers';
import { deployed, matching } from './__testUtils__/checks';
import { goldenPaths } from './__testUtils__/goldenPaths';
import { usualChoices } from './__testUtils__/questions';
import { useScaffolder } from './__testUtils__/useScaffolder';

jest.setTimeout(120_000);

const templateSchema = z.object({
  Resources: z.record(
    z.string(),
    z.object({
      Type: z.string(),
      Properties: z.record(z.string(), z.unknown()),
    }),
  ),
});

describe('the infrastructure of lambda-api', () => {
  const { scaffold } = useScaffolder();
  const path = goldenPaths.find(({ name }) => name === 'lambda-api')!;

  /** Properties of the resources, by type and name, as they are deployed. */
  async function infrastructure(choices: Record<string, string>) {
    const everyChoice = { ...usualChoices(path), ...choices };
    const { files } = await scaffold(path, answersFor(path, everyChoice));
    const [document] = matching(files, 'infra/template.yaml');
    const { Resources } = templateSchema.parse(
      JSON.parse(deployed(document).document.content),
    );
    return (type: string) =>
      Object.entries(Resources)
        .filter(([, resource]) => resource.Type === `AWS::${type}`)
        .map(([name, { Properties }]) => ({ name, ...Properties }));
  }

  it.each([
    ['iam', 'AWS_IAM', []],
    [
      'jwt',
      'JWT',
      [
        expect.objectContaining({
          JwtConfiguration: {
            Issuer: 'https://login.meridian.example/oauth2/default',
            Audience: ['api://standing-orders'],
          },
        }),
      ],
    ],
  ])('is called with %s on every route', async (auth, type, authorizers) => {
    const of = await infrastructure({ auth });
    expect(
      of('ApiGatewayV2::Route').map(route => [
        'RouteKey' in route && route.RouteKey,
        'AuthorizationType' in route && route.AuthorizationType,
      ]),
    ).toEqual([
      ['GET /items/{id}', type],
      ['PUT /items/{id}', type],
      ['DELETE /items/{id}', type],
    ]);
    expect(of('ApiGatewayV2::Authorizer')).toEqual(authorizers);
  });

  it.each([
    ['internal', 400, 0],
    ['confidential', 731, 1],
  ])('keeps what is %s for %i days', async (dataClass, days, filters) => {
    const of = await infrastructure({ dataClass });
    expect(of('Logs::LogGroup')).toEqual([
      expect.objectContaining({ RetentionInDays: days }),
      expect.objectContaining({ RetentionInDays: days }),
    ]);
    expect(of('Logs::MetricFilter')).toHaveLength(filters);
    const [table] = of('DynamoDB::Table');
    expect('ContributorInsightsSpecification' in table).toBe(
      dataClass === 'internal',
    );
    expect(table).toMatchObject({
      Tags: [
        { Key: 'Owner', Value: 'payments' },
        { Key: 'DataClass', Value: dataClass },
      ],
    });
  });

  it('lets the function out to its table alone, in the platform’s network', async () => {
    const of = await infrastructure({ vpc: 'platform' });
    expect(of('EC2::SecurityGroup')).toEqual([
      expect.objectContaining({
        SecurityGroupEgress: [
          expect.objectContaining({
            FromPort: 443,
            ToPort: 443,
            DestinationPrefixListId:
              '{{resolve:ssm:/platform/network/dynamodb-prefix-list-id}}',
          }),
        ],
      }),
    ]);
    expect(of('EC2::SecurityGroup')[0]).not.toHaveProperty(
      'SecurityGroupIngress',
    );
  });

  it('joins the network that was named', async () => {
    const of = await infrastructure({ vpc: 'existing' });
    expect(of('EC2::SecurityGroup')).toEqual([]);
    expect(of('Lambda::Function')).toEqual([
      expect.objectContaining({
        VpcConfig: {
          SecurityGroupIds: ['sg-0c3b1f6f8a5d42e97'],
          SubnetIds: ['subnet-04b1d7a3c9e85f206', 'subnet-0a6c2e94f18b37d50'],
        },
      }),
    ]);
  });

  it('has bounds, and writes down every call as JSON', async () => {
    for (const auth of ['iam', 'jwt']) {
      const of = await infrastructure({ auth });
      const [stage] = of('ApiGatewayV2::Stage').map(properties =>
        z
          .object({
            AccessLogSettings: z.object({ Format: z.string() }),
            DefaultRouteSettings: z.object({
              ThrottlingRateLimit: z.coerce.number().positive(),
              ThrottlingBurstLimit: z.coerce.number().positive(),
            }),
          })
          .parse(properties),
      );
      expect(JSON.parse(stage.AccessLogSettings.Format)).toMatchObject({
        requestId: '$context.requestId',
        status: '$context.status',
        caller: expect.stringMatching(/^\$context\./),
      });
      expect(of('Lambda::Function')[0]).toHaveProperty(
        'ReservedConcurrentExecutions',
      );
    }
  });

  it('lets the function do to its table what its code does, and no more', async () => {
    const of = await infrastructure({});
    const statements = of('IAM::Role').map(role => JSON.stringify(role));
    const table = [...new Set(statements.join().match(/dynamodb:\w+/g))];
    expect(table.sort()).toEqual([
      'dynamodb:DeleteItem',
      'dynamodb:GetItem',
      'dynamodb:PutItem',
    ]);
  });
});
