import type { ProvisionedProductStatus } from '@aws-sdk/client-service-catalog';
import {
  toAccepted,
  toOutputs,
  toReadProvisioned,
  toRecord,
  toSeen,
} from './provisionedView';

const statuses: [string | undefined, string][] = [
  ['AVAILABLE', 'AVAILABLE'],
  ['UNDER_CHANGE', 'UNDER_CHANGE'],
  ['TAINTED', 'TAINTED'],
  ['ERROR', 'ERROR'],
  ['PLAN_IN_PROGRESS', 'PLAN_IN_PROGRESS'],
  ['SOMETHING_NEW', 'UNKNOWN'],
  ['available', 'UNKNOWN'],
  ['__proto__', 'UNKNOWN'],
  // Ours, which AWS does not say.
  ['TERMINATED', 'UNKNOWN'],
  ['NOT_LAUNCHED', 'UNKNOWN'],
  ['', 'UNKNOWN'],
  [undefined, 'UNKNOWN'],
];

describe('a status of AWS', () => {
  it.each(statuses)('%s is told as %s', (status, expected) => {
    const Status = status as ProvisionedProductStatus;
    expect(toReadProvisioned({ Id: 'pp-1', Status })?.status).toBe(expected);
    expect(toSeen({ Id: 'pp-1', Name: 'orders', Status })?.status).toBe(
      expected,
    );
  });
});

describe('toAccepted', () => {
  it('names the record, and nothing without one', () => {
    expect(
      toAccepted({
        RecordId: 'rec-1',
        Status: 'CREATED',
        ProvisionedProductId: 'pp-1',
      }),
    ).toEqual({ recordId: 'rec-1', recordStatus: 'CREATED', awsId: 'pp-1' });
    expect(toAccepted({ Status: 'CREATED' })).toBeUndefined();
    expect(toAccepted({ RecordId: '' })).toBeUndefined();
    expect(toAccepted(undefined)).toBeUndefined();
  });
});

describe('toRecord', () => {
  it('says how far it has come and what went wrong', () => {
    expect(
      toRecord(
        {
          RecordId: 'rec-1',
          Status: 'FAILED',
          RecordErrors: [{ Code: 'E1', Description: 'Too small' }, {}],
        },
        [{ OutputKey: 'Url', OutputValue: 'x', Description: 'Where' }],
      ),
    ).toEqual({
      recordId: 'rec-1',
      status: 'FAILED',
      errors: [
        { code: 'E1', message: 'Too small' },
        { code: undefined, message: 'AWS says no more' },
      ],
      outputs: [{ key: 'Url', value: 'x', description: 'Where' }],
    });
  });

  it('takes none for a success that says nothing', () => {
    expect(toRecord({ RecordId: 'rec-1' })).toEqual({
      recordId: 'rec-1',
      status: 'UNKNOWN',
      errors: [],
      outputs: [],
    });
    expect(toRecord({ Status: 'SUCCEEDED' })).toBeUndefined();
    expect(toRecord(undefined)).toBeUndefined();
  });
});

describe('toOutputs', () => {
  it('has those with a key', () => {
    expect(
      toOutputs([
        { OutputKey: '__proto__', OutputValue: 'x', Description: '' },
        { OutputKey: 'Empty' },
        { OutputValue: 'without a key' },
      ]),
    ).toEqual([
      { key: '__proto__', value: 'x', description: undefined },
      { key: 'Empty', value: '', description: undefined },
    ]);
  });

  it('reads long lists', () => {
    const many = Array.from({ length: 200_000 }, (_, n) => ({
      OutputKey: `${n}`,
    }));
    expect(toOutputs(many)).toHaveLength(200_000);
  });
});

describe('toReadProvisioned', () => {
  it('says what is there, and which changes were the last', () => {
    expect(
      toReadProvisioned({
        Id: 'pp-1',
        Name: 'orders',
        Status: 'TAINTED',
        StatusMessage: 'It broke',
        ProvisioningArtifactId: 'pa-1',
        IdempotencyToken: 'token-1',
        LastRecordId: 'rec-2',
        LastProvisioningRecordId: 'rec-1',
      }),
    ).toEqual({
      awsId: 'pp-1',
      name: 'orders',
      status: 'TAINTED',
      statusMessage: 'It broke',
      versionId: 'pa-1',
      launchToken: 'token-1',
      lastRecordId: 'rec-2',
      lastProvisioningRecordId: 'rec-1',
    });
    expect(toReadProvisioned({ Id: 'pp-1', StatusMessage: '' })).toMatchObject({
      name: 'pp-1',
      statusMessage: undefined,
    });
    expect(toReadProvisioned({ Name: 'orders' })).toBeUndefined();
    expect(toReadProvisioned(undefined)).toBeUndefined();
  });
});

describe('toSeen', () => {
  it('says what a search has found, and whom its tag names', () => {
    expect(
      toSeen({
        Id: 'pp-1',
        Name: 'orders',
        Status: 'ERROR',
        StatusMessage: 'It broke',
        ProductId: 'prod-1',
        ProductName: 'Queue',
        ProvisioningArtifactId: 'pa-1',
        ProvisioningArtifactName: 'v1.0',
        IdempotencyToken: 'token-1',
        Tags: [
          { Key: 'Paved-Road:Entity', Value: 'component:default/other' },
          { Key: 'paved-road:entity', Value: 'component:default/payments' },
          { Key: 'paved-road:entity', Value: 'component:default/second' },
        ],
      }),
    ).toEqual({
      awsId: 'pp-1',
      name: 'orders',
      product: { id: 'prod-1', name: 'Queue' },
      version: { id: 'pa-1', name: 'v1.0' },
      status: 'ERROR',
      statusMessage: 'It broke',
      entityRef: 'component:default/payments',
      launchToken: 'token-1',
    });
  });

  it.each([
    ['Component:Default/Payments', 'component:default/payments'],
    ['payments', undefined],
    [':::', undefined],
    ['', undefined],
  ])('reads the entity %p of a tag as %p', (Value, entityRef) => {
    expect(
      toSeen({
        Id: 'pp-1',
        Name: 'orders',
        Tags: [{ Key: 'paved-road:entity', Value }],
      })?.entityRef,
    ).toBe(entityRef);
  });

  it('makes do with little', () => {
    expect(toSeen({ Id: 'pp-1', Name: 'orders' })).toEqual({
      awsId: 'pp-1',
      name: 'orders',
      product: { id: '', name: 'Unknown product' },
      version: undefined,
      status: 'UNKNOWN',
      statusMessage: undefined,
      entityRef: undefined,
      launchToken: undefined,
    });
    expect(
      toSeen({ Id: 'pp-1', Name: 'orders', ProductId: 'prod-1' })?.product,
    ).toEqual({ id: 'prod-1', name: 'prod-1' });
    expect(
      toSeen({ Id: 'pp-1', Name: 'o', ProvisioningArtifactName: 'v1' })
        ?.version,
    ).toEqual({ id: undefined, name: 'v1' });
  });

  it.each([{}, { Id: 'pp-1' }, { Name: 'orders' }, { Id: '', Name: 'o' }])(
    'knows nothing of %j',
    attribute => {
      expect(toSeen(attribute)).toBeUndefined();
    },
  );
});
