import {
  ProvisionProductCommand,
  ScanProvisionedProductsCommand,
  SearchProductsCommand,
} from '@aws-sdk/client-service-catalog';
import { TestAws } from '../__testUtils__/TestAws';

/** The Query protocol as it goes over the wire; the client of STS isn't a part of this package. */
describe('sts', () => {
  jest.setTimeout(60_000);
  let aws: TestAws;

  beforeEach(async () => {
    aws = await TestAws.start();
  });
  afterEach(() => aws.end());

  const ROLE = 'arn:aws:iam::444455556666:role/paved-road-portal';

  async function call(
    form: Record<string, string>,
    accessKeyId = 'SANDBOXPORTALDEVELOPMENT',
  ) {
    const answer = await fetch(aws.url, {
      method: 'POST',
      headers: {
        authorization: `AWS4-HMAC-SHA256 Credential=${accessKeyId}/20261125/eu-central-1/sts/aws4_request, SignedHeaders=host, Signature=0`,
      },
      body: new URLSearchParams({ Version: '2011-06-15', ...form }),
    });
    const body = await answer.text();
    const read = (name: string) =>
      new RegExp(`<${name}>([^<]*)</${name}>`).exec(body)?.[1] ?? '';
    return { status: answer.status, read };
  }

  const assume = (more: Record<string, string> = {}) =>
    call({
      Action: 'AssumeRole',
      RoleArn: ROLE,
      RoleSessionName: 'portal',
      ...more,
    });

  it('tells callers who they are', async () => {
    const { status, read } = await call({ Action: 'GetCallerIdentity' });
    expect(status).toBe(200);
    expect(read('Account')).toBe('111122223333');
    expect(read('Arn')).toBe(
      'arn:aws:sts::111122223333:assumed-role/paved-road-portal/key',
    );
  });

  it('gives keys for a role, which work in its account until they expire', async () => {
    const { read } = await assume({ DurationSeconds: '900' });
    expect(read('Expiration')).toBe('2026-11-25T00:15:00.000Z');
    const identity = await call(
      { Action: 'GetCallerIdentity' },
      read('AccessKeyId'),
    );
    expect(identity.read('Arn')).toBe(
      'arn:aws:sts::444455556666:assumed-role/paved-road-portal/portal',
    );
    const client = () => aws.client(read('AccessKeyId'));
    const search = new SearchProductsCommand({});
    await expect(client().send(search)).resolves.toBeDefined();
    await aws.restart();
    await expect(client().send(search)).resolves.toBeDefined();
    aws.pass(901);
    await expect(client().send(search)).rejects.toMatchObject({
      name: 'ExpiredTokenException',
    });
  });

  it.each([
    ['a role that trusts others', { RoleArn: ROLE.replace('portal', 'gone') }],
    [
      'a role that is not there',
      { RoleArn: ROLE.replace('paved-road-portal', 'data-steward') },
    ],
  ])('denies %s', async (_, more) => {
    const { status, read } = await assume(more);
    expect(status).toBe(403);
    expect(read('Code')).toBe('AccessDenied');
    expect(read('Message')).toContain('not authorized to perform');
  });

  it('denies a role by the fault script while others can be assumed', async () => {
    aws.faults.set([
      {
        kind: 'accessDenied',
        operation: 'AssumeRole',
        account: '444455556666',
      },
    ]);
    expect((await assume()).status).toBe(403);
    const own = await assume({
      RoleArn: 'arn:aws:iam::111122223333:role/paved-road-portal',
    });
    expect(own.status).toBe(200);
  });

  it.each([['899'], ['43201'], ['soon']])(
    'refuses a duration of %s seconds',
    async DurationSeconds => {
      const { status } = await assume({ DurationSeconds });
      expect(status).toBe(400);
    },
  );

  it('knows no other action', async () => {
    const { read } = await call({ Action: 'GetSessionToken' });
    expect(read('Code')).toBe('InvalidAction');
  });

  it('keeps apart what is of the account, the role and the user', async () => {
    await aws.provisioned('Message queue', 'by-key');
    const { read } = await assume({
      RoleArn: 'arn:aws:iam::111122223333:role/paved-road-portal',
      RoleSessionName: 'mia',
    });
    const mia = aws.client(read('AccessKeyId'));
    await mia.send(
      new ProvisionProductCommand({
        ...(await aws.launchOf('Message queue')),
        ProvisionedProductName: 'by-mia',
        ProvisionToken: 'by-mia',
      }),
    );
    const names = async (client = mia, Key?: 'Account' | 'Role' | 'User') =>
      (
        await client.send(
          new ScanProvisionedProductsCommand(
            Key ? { AccessLevelFilter: { Key, Value: 'self' } } : {},
          ),
        )
      ).ProvisionedProducts?.map(({ Name }) => Name);
    expect(await names()).toEqual(['by-mia']);
    expect(await names(mia, 'Role')).toEqual(['by-key', 'by-mia']);
    const visitor = aws.client('SANDBOXVISITORDEVELOPMENT');
    expect(await names(visitor, 'Role')).toEqual([]);
    expect(await names(visitor, 'Account')).toEqual(['by-key', 'by-mia']);
    const production = aws.client('SANDBOXPORTALPRODUCTION');
    expect(await names(production, 'Account')).toEqual([]);
  });
});
