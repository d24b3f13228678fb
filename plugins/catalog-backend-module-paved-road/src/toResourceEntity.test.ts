import {
  parseLocationRef,
  resourceEntityV1alpha1Validator,
} from '@backstage/catalog-model';
import { ProvisionedProductSummary } from '@paved-road/backstage-plugin-paved-road-common';
import { provisionedProduct } from './__testUtils__/provisionedProduct';
import { isOffered } from './offeredProduct';
import { OwnedService } from './ownedService';
import { toResourceEntity } from './toResourceEntity';

const service: OwnedService = {
  entityRef: 'component:payments/payments-api',
  namespace: 'payments',
  owner: 'group:default/payments',
  system: 'system:default/cards',
};

function resourceOf(
  other: Partial<ProvisionedProductSummary> = {},
  of = service,
  appUrl = 'https://portal.example',
) {
  const product = provisionedProduct(other);
  if (!isOffered(product)) {
    throw new Error('is not offered');
  }
  return toResourceEntity(product, of, appUrl);
}

describe('toResourceEntity', () => {
  it('is as confidential as its service', () => {
    const labels = { 'meridian.example/confidential': 'true' };
    expect(resourceOf({}, { ...service, labels }).metadata.labels).toEqual(
      labels,
    );
  });

  it('shows a provisioned product beside its service, with its owner and system', async () => {
    const resource = resourceOf({ id: 'a1' });
    expect(resource).toEqual({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Resource',
      metadata: {
        namespace: 'payments',
        name: expect.stringMatching(/^receipts-[0-9a-f]{10}$/),
        title: 'receipts',
        description: 'Encrypted bucket v1.2, available',
        annotations: {
          'backstage.io/managed-by-location': 'paved-road:a1',
          'backstage.io/managed-by-origin-location': 'paved-road:a1',
          'paved-road.io/provisioned-product': 'a1',
        },
        links: [
          {
            url: 'https://portal.example/paved-road/provisioned/a1',
            title: 'Outputs, changes and update',
          },
        ],
      },
      spec: {
        type: 'provisioned-product',
        owner: 'group:default/payments',
        dependencyOf: ['component:payments/payments-api'],
        system: 'system:default/cards',
      },
    });
    await expect(resourceEntityV1alpha1Validator.check(resource)).resolves.toBe(
      true,
    );
    expect(
      parseLocationRef(
        resource.metadata.annotations!['backstage.io/managed-by-location'],
      ),
    ).toEqual({ type: 'paved-road', target: 'a1' });
  });

  it('has no system where the service has none', () => {
    const { spec } = resourceOf({}, { ...service, system: undefined });
    expect(spec).not.toHaveProperty('system');
  });

  it.each([
    ['AVAILABLE', 'available'],
    ['UNDER_CHANGE', 'being changed'],
    ['TAINTED', 'its last change failed'],
    ['ERROR', 'failed'],
    ['UNKNOWN', 'status unknown'],
  ] as const)('says in words that it is %s', (status, words) => {
    expect(resourceOf({ status }).metadata.description).toBe(
      `Encrypted bucket v1.2, ${words}`,
    );
  });

  it('leaves out a version that nobody knows', () => {
    expect(resourceOf({ version: undefined }).metadata.description).toBe(
      'Encrypted bucket, available',
    );
  });

  it('leads to the page also where the address of the portal ends with a slash', () => {
    expect(
      resourceOf({ id: 'a/1' }, service, 'https://portal.example/base/')
        .metadata.links,
    ).toEqual([
      expect.objectContaining({
        url: 'https://portal.example/base/paved-road/provisioned/a%2F1',
      }),
    ]);
  });
});

describe('the name of a resource', () => {
  const nameOf = (name: string, id = 'a1') =>
    resourceOf({ name, id }).metadata.name;

  it('keeps what is legible of the name', () => {
    expect(nameOf('Receipts_2026.archive')).toMatch(
      /^receipts-2026-archive-[0-9a-f]{10}$/,
    );
    expect(nameOf('receipts-')).toMatch(/^receipts-[0-9a-f]{10}$/);
  });

  it('fits the catalog however long the name is', () => {
    const name = nameOf('r'.repeat(128));
    expect(name).toMatch(/^r{52}-[0-9a-f]{10}$/);
    expect(name).toHaveLength(63);
    expect(nameOf(`${'r'.repeat(51)}-${'s'.repeat(70)}`)).toMatch(
      /^r{51}-[0-9a-f]{10}$/,
    );
  });

  it('is one without a legible part', () => {
    expect(nameOf('…')).toMatch(/^[0-9a-f]{10}$/);
  });

  it('is the same each time, and another for another of the same name', () => {
    expect(nameOf('receipts', 'a1')).toBe(nameOf('receipts', 'a1'));
    expect(nameOf('receipts', 'a1')).not.toBe(nameOf('receipts', 'a2'));
  });
});
