import { toProduct, toProductSummary } from './productView';

describe('toProductSummary', () => {
  it('says what AWS says, and nothing where it says nothing', () => {
    expect(
      toProductSummary('payments', {
        ProductId: 'prod-1',
        Name: 'Encrypted bucket',
        Owner: 'Platform',
        ShortDescription: 'A bucket',
        Distributor: '',
        Type: 'CLOUD_FORMATION_TEMPLATE',
        SupportEmail: 'platform@meridian.example',
      }),
    ).toEqual({
      account: 'payments',
      id: 'prod-1',
      name: 'Encrypted bucket',
      owner: 'Platform',
      description: 'A bucket',
      distributor: undefined,
      type: 'CLOUD_FORMATION_TEMPLATE',
      support: {
        email: 'platform@meridian.example',
        url: undefined,
        description: undefined,
      },
    });
    expect(toProductSummary('payments', { ProductId: 'prod-2' })?.name).toBe(
      'prod-2',
    );
    expect(toProductSummary('payments', { Name: 'Nothing' })).toBeUndefined();
  });
});

describe('toProduct', () => {
  const version = (
    id: string,
    day: number,
    guidance?: 'DEFAULT' | 'DEPRECATED',
  ) => ({
    Id: id,
    Name: id,
    CreatedTime: new Date(Date.UTC(2026, 0, day)),
    Guidance: guidance,
  });

  it('puts the newest version first, and the deprecated ones last', () => {
    const product = toProduct('payments', {
      ProductViewSummary: { ProductId: 'prod-1', Name: 'Bucket' },
      ProvisioningArtifacts: [
        version('old', 1, 'DEFAULT'),
        version('bad', 9, 'DEPRECATED'),
        version('new', 5),
        { Name: 'without an id' },
      ],
      Budgets: [{ BudgetName: 'Storage' }, {}],
      LaunchPaths: [{ Id: 'lpv2-1', Name: 'Everybody' }, { Name: 'no id' }],
    });
    expect(product?.versions.map(({ id, guidance }) => [id, guidance])).toEqual(
      [
        ['new', 'default'],
        ['old', undefined],
        ['bad', 'deprecated'],
      ],
    );
    expect(product?.versions[0].createdAt).toBe('2026-01-05T00:00:00.000Z');
    expect(product?.launchPaths).toEqual([{ id: 'lpv2-1', name: 'Everybody' }]);
    expect(product?.budgets).toEqual(['Storage']);
  });

  it('is none where the answer names none', () => {
    expect(toProduct('payments', {})).toBeUndefined();
  });
});
