import { randomUUID } from 'node:crypto';
import { parametersOf, useProducts } from './__testUtils__/startProducts';

jest.setTimeout(60_000);

const RULE = 'acme/database_is_encrypted';

describe('the pre-flight', () => {
  const { pass, startPortal, startSandbox } = useProducts();
  const tags = [{ key: 'DataClass', value: 'internal' }];

  async function start(environment: string) {
    const aws = await startSandbox();
    const portal = await startPortal({ environment });
    const launch = await portal.bodyOf(
      'PostgreSQL database',
      parametersOf.database,
      { tags },
    );
    const { changeId: _, name: __, tags: ___, ...choice } = launch;
    return { ...portal, aws, launch, choice };
  }

  const sent = (aws: { calls: { operation: string }[] }) =>
    aws.calls.filter(({ operation }) => operation === 'ProvisionProduct')
      .length;

  it('says what the rules say of the template with the chosen values', async () => {
    const { post, choice } = await start('development');
    const { body, status } = await post('/preflight', choice);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      verdict: 'fail',
      environment: 'development',
      blocking: 0,
      advising: 1,
      stops: false,
      results: [
        {
          rule: RULE,
          enforcement: 'advise',
          verdict: 'fail',
          findings: [
            {
              resource: 'Database',
              propertyPath: '/Resources/Database/Properties/StorageEncrypted',
              message: 'Set StorageEncrypted to true',
            },
          ],
        },
      ],
    });
  });

  it('stops a launch where the rule blocks, also for who asks the API alone', async () => {
    const { aws, audit, choice, launch, get, post } = await start('staging');
    expect((await post('/preflight', choice)).body).toMatchObject({
      stops: true,
      blocking: 1,
    });
    const { body, status } = await post('/provisioned-products', launch);
    expect(status).toBe(403);
    expect(body.error.message).toContain(
      `The rules of staging stop it: ${RULE}`,
    );
    expect(sent(aws)).toBe(0);
    const list = await get('/provisioned-products?ended=true');
    expect(list.body.items).toEqual([]);
    expect(audit).toContainEqual(
      expect.objectContaining({
        eventId: 'provisioned-product-create',
        meta: expect.objectContaining({
          entityRef: 'component:default/payments',
        }),
        error: expect.objectContaining({ name: 'NotAllowedError' }),
      }),
    );
  });

  it('audits who has launched what, for whom, and what the rules had said', async () => {
    const { audit, launch, post } = await start('development');
    expect((await post('/provisioned-products', launch)).status).toBe(202);
    expect(audit).toContainEqual(
      expect.objectContaining({
        eventId: 'provisioned-product-create',
        meta: expect.objectContaining({
          state: 'running',
          entityRef: 'component:default/payments',
          name: 'orders',
          parameters: ['DatabaseName', 'MasterPassword', 'Subnets'],
          preflight: expect.objectContaining({
            verdict: 'fail',
            advising: 1,
            documentDigest: expect.stringMatching(/^sha256:/),
          }),
        }),
      }),
    );
  });

  it('stops where nothing can be known and a failure would stop', async () => {
    const { aws, choice, launch, post } = await start('staging');
    aws.faults.set([]);
    await withoutTemplates(async () => {
      const { body } = await post('/preflight', choice);
      expect(body).toMatchObject({
        verdict: 'unknown',
        stops: true,
        passed: 0,
        problem: expect.stringContaining('could not be fetched'),
      });
      const refused = await post('/provisioned-products', launch);
      expect(refused.status).toBe(403);
    });
    expect(sent(aws)).toBe(0);
  });

  it('shows what would be made, and leaves no plan behind', async () => {
    const { choice, knex, post, sync } = await start('development');
    const { body } = await post('/plan', { ...choice, tags });
    expect(body.problem).toBeUndefined();
    expect(body.resourceChanges).toContainEqual(
      expect.objectContaining({
        action: 'ADD',
        logicalId: 'Database',
        resourceType: 'AWS::RDS::DBInstance',
      }),
    );
    await sync();
    expect(await knex('provisioned_products').select('*')).toEqual([]);
  });

  it('says where the account lets no plans be made', async () => {
    const { aws, choice, post } = await start('development');
    aws.faults.set([
      { kind: 'accessDenied', operation: 'CreateProvisionedProductPlan' },
    ]);
    const { body } = await post('/plan', { ...choice, tags });
    expect(body).toMatchObject({
      resourceChanges: [],
      problem: { code: 'not-allowed' },
    });
  });

  it('compares an update with what is there', async () => {
    await startSandbox();
    const portal = await startPortal();
    const { provisionedProductId: id } = await portal.launch(
      'Key-value table',
      parametersOf.table,
      { versionName: 'v1.0', tags },
    );
    pass(60);
    await portal.follow();
    const version = (await portal.read(id)).versions?.find(
      ({ name }) => name === 'v2.0',
    )?.id;
    const update = { version, parameters: [] };
    const plan = await portal.post(`/provisioned-products/${id}/plan`, update);
    expect(plan.body.resourceChanges).toContainEqual(
      expect.objectContaining({
        action: 'MODIFY',
        logicalId: 'Table',
        replacement: 'TRUE',
      }),
    );
    const preflight = await portal.post(
      `/provisioned-products/${id}/preflight`,
      update,
    );
    expect(preflight.status).toBe(200);
    // It is compared with the values that are there.
    expect(preflight.body.unresolved).toEqual([]);
    expect((await portal.read(id)).status).toBe('AVAILABLE');
  });

  it('tells a product that is gone from one that never was', async () => {
    const { aws, choice, launch, post } = await start('development');
    expect((await post('/preflight', choice)).status).toBe(200);
    aws.withdraw(['PostgreSQL database']);
    const other = await startPortal();
    for (const [path, body] of [
      ['/preflight', choice],
      ['/provisioned-products', { ...launch, changeId: randomUUID() }],
    ] as const) {
      const { body: answer, status } = await other.post(path, body);
      expect([status, answer.error.name]).toEqual([404, 'NotFoundError']);
    }
  });
});

/** Templates are fetched with the global fetch, AWS is asked by its own client. */
async function withoutTemplates(action: () => Promise<void>) {
  const original = globalThis.fetch;
  globalThis.fetch = async () => new Response('gone', { status: 410 });
  try {
    await action();
  } finally {
    globalThis.fetch = original;
  }
}
