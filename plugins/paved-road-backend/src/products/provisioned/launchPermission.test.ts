import { randomUUID } from 'node:crypto';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import {
  AuthorizeResult,
  DefinitivePolicyDecision,
  PermissionCondition,
  PermissionCriteria,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  productLaunchPermission,
  RESOURCE_TYPE_PRODUCT,
  stringifyProductResourceRef,
} from '@paved-road/backstage-plugin-paved-road-common';
import {
  createProductConditionalDecision,
  productConditions,
} from '@paved-road/backstage-plugin-paved-road-node/permissions';
import { parametersOf, useProducts } from './__testUtils__/startProducts';

jest.setTimeout(60_000);

type Criteria = PermissionCriteria<
  PermissionCondition<typeof RESOURCE_TYPE_PRODUCT>
>;

const { isInAccount, isInEnvironment, isOwnedBy, isProduct } =
  productConditions;

const ALLOW: DefinitivePolicyDecision = { result: AuthorizeResult.ALLOW };
const DENY: DefinitivePolicyDecision = { result: AuthorizeResult.DENY };

const only = (conditions: Criteria) =>
  createProductConditionalDecision(productLaunchPermission, conditions);
const inDevelopment = only(isInEnvironment({ environments: ['development'] }));
const inProduction = only(isInEnvironment({ environments: ['production'] }));

describe('the permission to launch a product', () => {
  const { pass, startPortal, startSandbox } = useProducts();
  const tags = [{ key: 'CostCentre', value: '4200' }];

  /** Over a policy that allows all else, and can be told to decide differently. */
  async function start(first: PolicyDecision) {
    const policy = { decision: first };
    const aws = await startSandbox();
    const portal = await startPortal({
      features: [
        mockServices.permissions.mock({
          authorize: async asked => asked.map(() => ALLOW),
          authorizeConditional: async asked =>
            asked.map(({ permission }) =>
              permission.name === productLaunchPermission.name
                ? policy.decision
                : ALLOW,
            ),
        }).factory,
      ],
    });
    const queueIn = async (account: string) => {
      const launch = await portal.bodyOf('Message queue', parametersOf.queue, {
        account,
        tags,
      });
      const { changeId: _, name: __, ...plan } = launch;
      const { tags: ___, ...preflight } = plan;
      return { launch, plan, preflight };
    };
    return { ...portal, aws, policy, queueIn };
  }

  it('stops what the conditions leave out before anything is asked of the rules or AWS, and the service says so to the audit', async () => {
    const { audit, aws, get, post, queueIn } = await start(inDevelopment);
    const { launch, plan, preflight } = await queueIn('production');
    aws.calls.length = 0;
    for (const [path, body] of [
      ['/preflight', preflight],
      ['/plan', plan],
      ['/provisioned-products', launch],
    ] as const) {
      const { body: answer, status } = await post(path, body);
      expect([path, status, answer.error?.message]).toEqual([
        path,
        403,
        "You may not launch 'Message queue' in 'Payments, production', nor update what was launched of it: it takes the permission 'paved-road.product.launch'",
      ]);
    }
    expect(
      aws.calls.filter(({ operation }) => operation !== 'DescribeProduct'),
    ).toEqual([]);
    const list = await get('/provisioned-products?ended=true');
    expect(list.body.items).toEqual([]);
    expect(audit).toContainEqual(
      expect.objectContaining({
        eventId: 'provisioned-product-create',
        error: expect.objectContaining({ name: 'NotAllowedError' }),
      }),
    );
  });

  it('lets through what meets the conditions', async () => {
    const { post, queueIn } = await start(inDevelopment);
    const { launch, plan, preflight } = await queueIn('development');
    expect((await post('/preflight', preflight)).status).toBe(200);
    const planned = await post('/plan', plan);
    expect(planned.body.resourceChanges).not.toEqual([]);
    expect((await post('/provisioned-products', launch)).status).toBe(202);
  });

  it('is asked for an update too, but not for an action or an end', async () => {
    const { aws, follow, launch, policy, post, read } = await start(
      inDevelopment,
    );
    const { provisionedProductId: id } = await launch(
      'Key-value table',
      parametersOf.table,
      { versionName: 'v1.0', tags: [{ key: 'DataClass', value: 'internal' }] },
    );
    pass(60);
    await follow();
    const { versions } = await read(id);
    const version = versions?.find(({ name }) => name === 'v1.1')?.id;
    const update = { version, parameters: [] };
    const sent = (action: string, body: object = {}) =>
      post(`/provisioned-products/${id}/${action}`, {
        changeId: randomUUID(),
        ...body,
      });
    const statuses = async () => [
      (await post(`/provisioned-products/${id}/preflight`, update)).status,
      (await post(`/provisioned-products/${id}/plan`, update)).status,
      (await sent('update', update)).status,
    ];

    policy.decision = inProduction;
    aws.calls.length = 0;
    expect(await statuses()).toEqual([403, 403, 403]);
    expect(aws.calls).toEqual([]);
    const actions = await sent('actions/none');
    expect(actions.status).toBe(404);

    policy.decision = inDevelopment;
    expect(await statuses()).toEqual([200, 200, 202]);
    pass(60);
    await follow();

    policy.decision = DENY;
    const ended = await sent('terminate', { confirmedName: 'orders' });
    expect(ended.status).toBe(202);
  });

  it('is decided by the account, the product and its owner', async () => {
    const { policy, post, queueIn } = await start(ALLOW);
    const { preflight } = await queueIn('development');
    const { product } = preflight;
    const decide = async (decision: PolicyDecision) => {
      policy.decision = decision;
      return (await post('/preflight', preflight)).status;
    };
    const mine = [
      isInAccount({ accounts: ['development'] }),
      isProduct({ products: [product] }),
      isOwnedBy({ owners: ['Platform'] }),
    ];
    for (const condition of mine) {
      expect(await decide(only(condition))).toBe(200);
      expect(await decide(only({ not: condition }))).toBe(403);
    }
    expect(await decide(only(isOwnedBy({ owners: ['Customer Data'] })))).toBe(
      403,
    );
    expect(await decide(ALLOW)).toBe(200);
    expect(await decide(DENY)).toBe(403);
  });

  it('tells a product that is not there from one that may not be launched', async () => {
    const { post, queueIn } = await start(DENY);
    const { preflight } = await queueIn('development');
    const { status } = await post('/preflight', {
      ...preflight,
      product: 'prod-none',
    });
    expect(status).toBe(404);
  });

  describe('where the permission backend asks', () => {
    const asBackend = mockCredentials.service.header();

    async function apply(
      { post }: Pick<Awaited<ReturnType<typeof start>>, 'post'>,
      refs: string[],
      conditions: Criteria,
      as = asBackend,
    ) {
      const { body, status } = await post(
        '/.well-known/backstage/permissions/apply-conditions',
        {
          items: refs.map(resourceRef => ({
            id: resourceRef,
            resourceRef,
            resourceType: RESOURCE_TYPE_PRODUCT,
            conditions,
          })),
        },
        as,
      );
      return {
        status,
        results: body.items?.map(({ result }: { result: string }) => result),
      };
    }

    it('applies the conditions to the products, and refuses what names none', async () => {
      const portal = await start(DENY);
      const [development, production] = await Promise.all(
        ['development', 'production'].map(async account =>
          stringifyProductResourceRef(
            (
              await portal.queueIn(account)
            ).preflight,
          ),
        ),
      );
      const unknown = ['development/prod-none', 'elsewhere/prod-1', 'prod-1'];
      expect(
        await apply(
          portal,
          [development, production, ...unknown],
          isInEnvironment({ environments: ['development'] }),
        ),
      ).toEqual({
        status: 200,
        results: ['ALLOW', 'DENY', 'DENY', 'DENY', 'DENY'],
      });
      expect(
        await apply(portal, [development, ...unknown], {
          not: isOwnedBy({ owners: ['Customer Data'] }),
        }),
      ).toEqual({ status: 200, results: ['ALLOW', 'DENY', 'DENY', 'DENY'] });
    });

    it('decides nothing where the account does not answer', async () => {
      const portal = await start(DENY);
      portal.aws.faults.set([
        { kind: 'accessDenied', operation: 'DescribeProduct' },
      ]);
      const { status } = await apply(
        portal,
        ['development/prod-1'],
        isProduct({ products: ['prod-1'] }),
      );
      expect(status).toBe(503);
    });
  });
});
