import { aKeptChange, ANNA } from '../__testUtils__/changes';
import { Asking, isRepetition } from './isRepetition';

describe('isRepetition', () => {
  const kept = aKeptChange({
    request: {
      path: 'lpv2-1',
      parameters: [
        { key: 'Retention', kept: 'value', value: '4' },
        { key: 'Password', kept: 'secret' },
        { key: 'Size', kept: 'default', value: 'small' },
      ],
      tags: [
        { key: 'CostCentre', value: '4200' },
        { key: 'Owner', value: 'payments' },
      ],
    },
  });
  const asking: Asking = {
    kind: 'launch',
    requester: ANNA,
    account: 'payments-dev',
    name: 'orders',
    entityRef: 'component:default/payments',
    product: 'prod-1',
    version: 'pa-1',
    path: 'lpv2-1',
    parameters: [
      { key: 'Password', value: 'swordfish' },
      { key: 'Retention', value: '4' },
    ],
    tags: [{ key: 'CostCentre', value: '4200' }],
  };

  it('is one where all that is asked for is the same', () => {
    expect(isRepetition(kept, asking)).toBe(true);
  });

  const others: [string, Partial<Asking>][] = [
    ['kind', { kind: 'update' }],
    ['user', { requester: { type: 'user', name: 'user:default/ben' } }],
    ['kind of caller', { requester: { ...ANNA, type: 'service' } }],
    ['account', { account: 'payments-prod' }],
    ['name', { name: 'orders2' }],
    ['entity', { entityRef: 'component:default/ledger' }],
    ['product', { product: 'prod-2' }],
    ['version', { version: 'pa-2' }],
    ['launch path', { path: 'lpv2-2' }],
    ['launch path, namely none', { path: undefined }],
    ['service action', { action: 'act-1' }],
    ['provisioned product', { provisionedId: 'provisioned-2' }],
    ['answer to what becomes of the resources', { retainResources: true }],
    [
      'value',
      {
        parameters: [
          { key: 'Password', value: 'swordfish' },
          { key: 'Retention', value: '5' },
        ],
      },
    ],
    [
      'set of values: one less',
      { parameters: [{ key: 'Retention', value: '4' }] },
    ],
    ['set of values: none', { parameters: undefined }],
    [
      'set of values: one more, though it is the default',
      {
        parameters: [...asking.parameters!, { key: 'Size', value: 'small' }],
      },
    ],
    [
      'set of values: another one instead',
      {
        parameters: [
          { key: 'Retention', value: '4' },
          { key: 'Size', value: 'small' },
        ],
      },
    ],
    ['tag', { tags: [{ key: 'CostCentre', value: '4300' }] }],
    ['set of tags', { tags: [{ key: 'Team', value: 'blue' }] }],
  ];
  it.each(others)('is none with another %s', (_, fields) => {
    expect(isRepetition(kept, { ...asking, ...fields })).toBe(false);
  });

  it('tells ends apart by what becomes of the resources', () => {
    const end = aKeptChange({
      request: { kind: 'terminate', parameters: [], retainResources: true },
    });
    const again: Asking = {
      kind: 'terminate',
      requester: ANNA,
      provisionedId: 'provisioned-1',
      retainResources: true,
    };
    expect(isRepetition(end, again)).toBe(true);
    expect(isRepetition(end, { ...again, retainResources: false })).toBe(false);
  });

  it('takes what an update left as it was for not given', () => {
    const update = aKeptChange({
      request: {
        kind: 'update',
        parameters: [
          { key: '__proto__', kept: 'value', value: '4' },
          { key: 'Size', kept: 'previous' },
        ],
      },
    });
    const again: Asking = {
      kind: 'update',
      requester: ANNA,
      version: 'pa-1',
      parameters: [{ key: '__proto__', value: '4' }],
    };
    expect(isRepetition(update, again)).toBe(true);
    expect(
      isRepetition(update, {
        ...again,
        parameters: [{ key: 'constructor', value: '4' }],
      }),
    ).toBe(false);
  });
});
