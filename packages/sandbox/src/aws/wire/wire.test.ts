import {
  DescribeProductCommand,
  DescribeRecordCommand,
  ListBudgetsForResourceCommand,
  ProvisionProductCommand,
  ProvisionProductCommandInput,
  ScanProvisionedProductsCommand,
  SearchProductsCommand,
  SearchProvisionedProductsCommand,
} from '@aws-sdk/client-service-catalog';
import { TestAws } from '../__testUtils__/TestAws';
import { limits } from '../limits';

describe('the protocol', () => {
  jest.setTimeout(60_000);
  let aws: TestAws;

  beforeAll(async () => {
    aws = await TestAws.start();
  });
  afterAll(() => aws.end());

  const provision = (input: Partial<ProvisionProductCommandInput>) =>
    aws.client().send(
      new ProvisionProductCommand({
        ProductId: 'prod-x',
        ProvisioningArtifactId: 'pa-x',
        ProvisionedProductName: 'orders',
        ProvisionToken: 'token',
        ...input,
      } as ProvisionProductCommandInput),
    );

  it.each<[string, Partial<ProvisionProductCommandInput>, string]>([
    [
      'nothing',
      { ProvisionedProductName: undefined },
      "1 validation error detected: Value null at 'provisionedProductName' failed to satisfy constraint: Member must not be null",
    ],
    [
      'a token with a colon',
      { ProvisionToken: 'component:default/ledger' },
      "1 validation error detected: Value 'component:default/ledger' at 'provisionToken' failed to satisfy constraint: Member must satisfy regular expression pattern: [a-zA-Z0-9][a-zA-Z0-9_-]*",
    ],
    [
      'a name that is too long',
      { ProvisionedProductName: 'x'.repeat(129) },
      `1 validation error detected: Value '${'x'.repeat(
        129,
      )}' at 'provisionedProductName' failed to satisfy constraint: Member must have length less than or equal to 128`,
    ],
    [
      'two wrong members',
      { ProvisionedProductName: undefined, ProductId: 'a b' },
      "2 validation errors detected: Value 'a b' at 'productId' failed to satisfy constraint: Member must satisfy regular expression pattern: [a-zA-Z0-9_-]*; Value null at 'provisionedProductName' failed to satisfy constraint: Member must not be null",
    ],
    [
      'an empty tag',
      { Tags: [{ Key: 'Owner', Value: '' }] },
      "1 validation error detected: Value '' at 'tags.1.member.value' failed to satisfy constraint: Member must have length greater than or equal to 1",
    ],
  ])('refuses %s as AWS does', async (_, input, message) => {
    await expect(provision(input)).rejects.toMatchObject({
      name: 'ValidationException',
      message,
    });
  });

  it('takes 4,096 characters as a value, and not one more', async () => {
    const length = (count: number) => ({
      ProvisioningParameters: [{ Key: 'QueueName', Value: 'ü'.repeat(count) }],
    });
    await expect(provision(length(4_096))).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
    });
    await expect(provision(length(4_097))).rejects.toMatchObject({
      name: 'ValidationException',
    });
  });

  it.each([
    [new ScanProvisionedProductsCommand({ PageSize: 21 }), 20],
    [new SearchProvisionedProductsCommand({ PageSize: 101 }), 100],
    [new SearchProductsCommand({ PageSize: 101 }), 100],
    [new DescribeRecordCommand({ Id: 'rec-x', PageSize: 21 }), 20],
  ])('refuses a page that is too large', async (command, largest) => {
    await expect(aws.client().send(command as never)).rejects.toMatchObject({
      name: 'ValidationException',
      message: expect.stringContaining(
        `at 'pageSize' failed to satisfy constraint: Member must have value less than or equal to ${largest}`,
      ),
    });
  });

  it('refuses a page token of another operation', async () => {
    const PageToken = Buffer.from('SearchProducts:20').toString('base64url');
    await expect(
      aws.client().send(new ScanProvisionedProductsCommand({ PageToken })),
    ).rejects.toMatchObject({ name: 'InvalidParametersException' });
  });

  it('says of an operation that it does not have it', async () => {
    await expect(
      aws
        .client()
        .send(new ListBudgetsForResourceCommand({ ResourceId: 'prod-x' })),
    ).rejects.toMatchObject({ name: 'UnknownOperationException' });
  });

  it('wants an id or a name, and not both', async () => {
    await expect(
      aws.client().send(new DescribeProductCommand({})),
    ).rejects.toMatchObject({ name: 'InvalidParametersException' });
  });

  it('knows one region', async () => {
    await expect(
      aws
        .client(undefined, { region: 'eu-west-1' })
        .send(new SearchProductsCommand({})),
    ).rejects.toMatchObject({
      name: 'InvalidSignatureException',
      message: expect.stringContaining(
        'sandbox AWS has the region eu-central-1',
      ),
    });
  });

  describe('beside the client', () => {
    const post = (
      headers: Record<string, string>,
      body: string | Buffer = '{}',
    ) =>
      fetch(aws.url, {
        method: 'POST',
        headers: {
          'content-type': 'application/x-amz-json-1.1',
          'x-amz-target': 'AWS242ServiceCatalogService.SearchProducts',
          authorization:
            'AWS4-HMAC-SHA256 Credential=SANDBOXPORTALDEVELOPMENT/20261125/eu-central-1/servicecatalog/aws4_request, SignedHeaders=host, Signature=0',
          ...headers,
        },
        body,
      });

    it.each([
      ['a body that is none', {}, 'no json', 400, 'SerializationException'],
      ['a list', {}, '"text"', 400, 'SerializationException'],
      ['a wrong type', {}, '{"PageSize":"5"}', 400, 'SerializationException'],
      [
        'no signature',
        { authorization: '' },
        '{}',
        403,
        'MissingAuthenticationTokenException',
      ],
      [
        'another kind of signature',
        { authorization: 'Bearer x' },
        '{}',
        400,
        'IncompleteSignatureException',
      ],
      [
        'more than it takes',
        {},
        `{"PageToken":"${'x'.repeat(limits.requestBytes)}"}`,
        413,
        'RequestEntityTooLargeException',
      ],
    ])(
      'answers %s in the form of AWS',
      async (_, headers, body, status, name) => {
        const answer = await post(headers, body);
        expect(answer.status).toBe(status);
        expect(await answer.json()).toMatchObject({ __type: name });
      },
    );

    it('takes nothing from web pages', async () => {
      const answer = await post({ origin: 'https://evil.example' });
      expect(answer.status).toBe(403);
    });

    it('tells a person who comes by that it is not AWS', async () => {
      const answer = await fetch(aws.url);
      expect(await answer.text()).toContain('not AWS');
      expect(answer.headers.get('server')).toBe('paved-road-sandbox');
    });
  });
});
