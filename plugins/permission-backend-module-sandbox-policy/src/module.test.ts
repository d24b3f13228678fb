import { Permission } from '@backstage/plugin-permission-common';
import {
  checkCreatePermission,
  complianceReadPermission,
} from '@paved-road/backstage-plugin-paved-road-common';
import request from 'supertest';
import { Portal } from './__testUtils__/Portal';

const SERVICES = [
  'component:default/ledger',
  'component:default/customer-vault',
];

const MIA = 'user:default/mia.kowalski';
const ELIF = 'user:default/elif.demir';
const TOMAS = 'user:default/tomas.reyes';

describe('the people of the example company, signed in for real', () => {
  let portal: Portal;

  beforeAll(async () => {
    portal = await Portal.start({
      people: [MIA, ELIF, TOMAS],
      files: [
        'services/ledger/catalog-info.yaml',
        'services/customer-vault/catalog-info.yaml',
      ],
    });
    await portal.hasRead(TOMAS, 'component', SERVICES.length);
  }, 120_000);
  afterAll(() => portal?.stop());

  /** What is decided for the ledger, and for the vault. */
  async function decisions(
    entityRef: string,
    permission: Permission,
  ): Promise<string[]> {
    const { body } = await portal.post(entityRef, '/api/permission/authorize', {
      items: SERVICES.map(ref => ({ id: ref, permission, resourceRef: ref })),
    });
    expect(body).toHaveProperty('items');
    return body.items.map(({ result }: { result: string }) => result);
  }

  it('see a confidential service in the catalog if they own it or audit it', async () => {
    const seenBy = (entityRef: string) =>
      portal.entities(entityRef, 'component');
    expect(await seenBy(MIA)).toEqual(['ledger']);
    expect(await seenBy(ELIF)).toEqual(['customer-vault', 'ledger']);
    expect(await seenBy(TOMAS)).toEqual(['customer-vault', 'ledger']);
  });

  it('see findings and ask for checks as the catalog applies the conditions', async () => {
    const read = complianceReadPermission;
    expect(await decisions(MIA, read)).toEqual(['ALLOW', 'DENY']);
    expect(await decisions(ELIF, read)).toEqual(['DENY', 'ALLOW']);
    expect(await decisions(TOMAS, read)).toEqual(['ALLOW', 'ALLOW']);

    const check = checkCreatePermission;
    expect(await decisions(MIA, check)).toEqual(['ALLOW', 'DENY']);
    expect(await decisions(ELIF, check)).toEqual(['DENY', 'ALLOW']);
    expect(await decisions(TOMAS, check)).toEqual(['DENY', 'DENY']);
  });

  it('are refused everything before they sign in', async () => {
    const { server } = portal;
    const entities = await request(server).get('/api/catalog/entities');
    const decision = await request(server)
      .post('/api/permission/authorize')
      .send({ items: [] });
    expect([entities.status, decision.status]).toEqual([401, 401]);
  });
});
