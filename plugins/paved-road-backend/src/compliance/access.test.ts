import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { publicBucket } from '../__testUtils__/packFiles';
import { component } from './__testUtils__/component';
import { StartOptions, useCompliance } from './__testUtils__/startCompliance';

const anna = mockCredentials.user.header('user:default/anna');
const eve = mockCredentials.user.header('user:default/eve');
const start = useCompliance();

describe('who may see and do what', () => {
  const entities = [
    component('payments'),
    component('ledger', { owner: 'ledger' }),
  ];
  const hidesLedgerFromEve: StartOptions['hides'] = (user, { metadata }) =>
    user === 'user:default/eve' && metadata.name === 'ledger';

  it('hides what the catalog hides, as if it were not there', async () => {
    const { askForCheck, check, get, repository } = await start({
      entities,
      hides: hidesLedgerFromEve,
    });
    repository.write('ledger/infra/a.yaml', publicBucket);
    const { id } = await check('ledger');
    expect((await get('/services', anna)).body).toMatchObject({
      totalItems: 2,
    });
    const list = await get('/services', eve);
    expect(list.body.totalItems).toBe(1);
    expect(JSON.stringify(list.body)).not.toContain('ledger');
    expect(
      JSON.stringify(
        (await get('/rules/acme/bucket_is_private/services', eve)).body,
      ),
    ).not.toContain('ledger');

    for (const path of ['', '/checks', `/checks/${id}`]) {
      const hidden = await get(
        `/services/component/default/ledger${path}`,
        eve,
      );
      const none = await get(`/services/component/default/nothing${path}`, eve);
      expect(hidden.status).toBe(404);
      expect(hidden.body.error.message.replace('ledger', 'nothing')).toBe(
        none.body.error.message,
      );
    }
    expect((await askForCheck('ledger', eve)).status).toBe(404);
  });

  function permissions(
    decide: (name: string, resourceRef?: string) => boolean,
    conditional = false,
  ) {
    const result = (allowed: boolean) =>
      allowed ? AuthorizeResult.ALLOW : AuthorizeResult.DENY;
    return mockServices.permissions.mock({
      authorize: async requests =>
        requests.map(({ permission, resourceRef }: any) => ({
          result: result(decide(permission.name, resourceRef)) as any,
        })),
      authorizeConditional: async requests =>
        requests.map(({ permission }) =>
          conditional
            ? {
                result: AuthorizeResult.CONDITIONAL,
                pluginId: 'catalog',
                resourceType: 'catalog-entity',
                conditions: {
                  rule: 'IS_ENTITY_OWNER',
                  resourceType: 'catalog-entity',
                  params: {},
                },
              }
            : { result: result(decide(permission.name)) as any },
        ),
    });
  }

  it('refuses those without the permission', async () => {
    const { askForCheck, get } = await start({
      features: [permissions(name => !name.startsWith('paved-road.c')).factory],
    });
    for (const path of [
      '/services',
      '/services/component/default/payments',
      '/services/component/default/payments/checks',
      '/services/component/default/payments/excerpt?document=a&line=1',
      '/rules/acme/bucket_is_private/services',
    ]) {
      expect((await get(path)).status).toBe(403);
    }
    expect((await askForCheck('payments')).status).toBe(403);
  });

  it('counts and shows only services that meet the conditions', async () => {
    const { get } = await start({
      entities: Array.from({ length: 250 }, (_, n) => component(`s${n}`)),
      features: [
        permissions((_, ref) => /s(1|101|249)$/.test(ref ?? ''), true).factory,
      ],
    });
    const { body } = await get('/services?sort=name&limit=2');
    expect(body.items.map((one: any) => one.entityRef)).toEqual([
      'component:default/s1',
      'component:default/s101',
    ]);
    expect(body.totalItems).toBe(3);
    expect(body.counts.unknown).toBe(3);
    expect((await get('/services/component/default/s1')).status).toBe(200);
    expect((await get('/services/component/default/s2')).status).toBe(403);
  });

  it('lets see without letting ask for a check', async () => {
    const { askForCheck, get } = await start({
      features: [
        permissions(name => name !== 'paved-road.check.create').factory,
      ],
    });
    expect((await get('/services')).status).toBe(200);
    expect((await askForCheck('payments')).status).toBe(403);
  });

  it('lets no guest and no anonymous caller ask for a check', async () => {
    const { askForCheck } = await start();
    expect(
      (
        await askForCheck(
          'payments',
          mockCredentials.user.header('user:development/guest'),
        )
      ).status,
    ).toBe(403);
    expect(
      (await askForCheck('payments', mockCredentials.none.header())).status,
    ).toBe(401);
  });

  it('takes a check that a service asks for, and shows no person', async () => {
    const { askForCheck } = await start();
    const { body, status } = await askForCheck(
      'payments',
      mockCredentials.service.header(),
    );
    expect(status).toBe(202);
    expect(body.requestedBy).toBeUndefined();
  });

  it('audits who asks for a check, also in vain', async () => {
    const auditor = mockServices.auditor.mock();
    const success = jest.fn();
    const fail = jest.fn();
    auditor.createEvent.mockResolvedValue({ success, fail });
    const { askForCheck } = await start({ features: [auditor.factory] });
    const { body } = await askForCheck('payments');
    expect(auditor.createEvent).toHaveBeenCalledWith(
      expect.objectContaining({
        eventId: 'check-create',
        meta: { entityRef: 'component:default/payments' },
      }),
    );
    expect(success).toHaveBeenCalledWith({ meta: { checkId: body.id } });
    await askForCheck('nothing');
    expect(fail).toHaveBeenCalledWith({
      error: expect.objectContaining({ name: 'NotFoundError' }),
    });
  });
});
