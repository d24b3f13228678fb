import { InputError } from '@backstage/errors';
import {
  ChosenParameter,
  ProductParameter,
} from '@paved-road/backstage-plugin-paved-road-common';
import {
  chooseForLaunch,
  chooseForUpdate,
  chooseTags,
  GivenParameter,
} from './chooseValues';

function formOf(...parameters: Partial<ProductParameter>[]) {
  return {
    groups: parameters.map(fields => ({
      parameters: [
        {
          key: 'Size',
          type: 'String',
          hasDefault: fields.default !== undefined,
          noEcho: false,
          allowedValues: [],
          ...fields,
        },
      ],
    })),
  };
}

const SIZE = { key: 'Size', default: 'small' };
const PASSWORD = { key: 'Password', noEcho: true };

describe('chooseForLaunch', () => {
  const cases: [
    string,
    Partial<ProductParameter>[],
    GivenParameter[],
    ChosenParameter[],
    Record<string, string>,
  ][] = [
    ['nothing', [], [], [], {}],
    [
      'a value',
      [SIZE],
      [{ key: 'Size', value: 'large' }],
      [{ key: 'Size', kept: 'value', value: 'large' }],
      { Size: 'large' },
    ],
    [
      'an empty value',
      [SIZE],
      [{ key: 'Size', value: '' }],
      [{ key: 'Size', kept: 'value', value: '' }],
      { Size: '' },
    ],
    [
      'a default, which AWS has itself',
      [SIZE],
      [],
      [{ key: 'Size', kept: 'default', value: 'small' }],
      {},
    ],
    [
      'the default of a secret, which nobody sees',
      [{ ...PASSWORD, hasDefault: true }],
      [],
      [{ key: 'Password', kept: 'default', value: undefined }],
      {},
    ],
    [
      'values in the order of the form',
      [SIZE, { key: 'Zone' }],
      [
        { key: 'Zone', value: 'a' },
        { key: 'Size', value: 'large' },
      ],
      [
        { key: 'Size', kept: 'value', value: 'large' },
        { key: 'Zone', kept: 'value', value: 'a' },
      ],
      { Size: 'large', Zone: 'a' },
    ],
  ];
  it.each(cases)('takes %s', (_, asked, given, parameters, values) => {
    expect(chooseForLaunch(formOf(...asked), given)).toEqual({
      parameters,
      values,
      secrets: new Map(),
    });
  });

  it('knows a secret, and puts it into nothing that is kept', () => {
    const chosen = chooseForLaunch(formOf(PASSWORD), [
      { key: 'Password', value: 'swordfish' },
    ]);
    expect(chosen.secrets).toEqual(new Map([['Password', 'swordfish']]));
    expect(chosen.values).toEqual({ Password: 'swordfish' });
    expect(chosen.parameters).toEqual([{ key: 'Password', kept: 'secret' }]);
  });

  it('names each value that is not taken, and repeats none', () => {
    const form = formOf(
      { key: 'Zone' },
      { ...PASSWORD, minLength: 12 },
      { key: 'Count', type: 'Number' },
    );
    const launch = () =>
      chooseForLaunch(form, [
        { key: 'Password', value: 'swordfish' },
        { key: 'Count', value: 'many' },
        { key: 'Stranger', value: 'x' },
      ]);
    expect(launch).toThrow(InputError);
    expect(launch).toThrow(/Zone: .*Password: .*Count: .*Stranger: /);
    expect(launch).not.toThrow(/swordfish|many/);
  });

  it.each(['__proto__', 'constructor', 'toString'])(
    'takes %s for a key as any other',
    key => {
      const value = '{"polluted":true}';
      const { parameters, values } = chooseForLaunch(formOf({ key }), [
        { key, value },
      ]);
      expect(Object.entries(values)).toEqual([[key, value]]);
      expect(Object.getPrototypeOf(values)).toBe(Object.prototype);
      expect(parameters).toEqual([{ key, kept: 'value', value }]);
      expect(() => chooseForLaunch(formOf({ key }), [])).toThrow(
        `${key}: Give a value: there is no default`,
      );
      expect(() => chooseForLaunch(formOf(), [{ key, value }])).toThrow(
        `${key}: This version has no parameter '${key}'; leave it out`,
      );
    },
  );
});

describe('chooseForUpdate', () => {
  const current: ChosenParameter[] = [
    { key: 'Size', kept: 'value', value: 'large' },
    { key: 'Password', kept: 'secret' },
    { key: 'Gone', kept: 'value', value: 'x' },
  ];

  it('leaves what is not given as it is, and knows it where it is no secret', () => {
    const chosen = chooseForUpdate(
      formOf(SIZE, PASSWORD, { key: 'New', default: 'n' }, { key: 'Zone' }),
      [{ key: 'Zone', value: 'b' }],
      current,
    );
    expect(chosen).toEqual({
      parameters: [
        { key: 'Size', kept: 'previous' },
        { key: 'Password', kept: 'previous' },
        { key: 'New', kept: 'default', value: 'n' },
        { key: 'Zone', kept: 'value', value: 'b' },
      ],
      values: { Size: 'large', Zone: 'b' },
      secrets: new Map(),
    });
  });

  it('takes another value and another secret for what is there', () => {
    const chosen = chooseForUpdate(
      formOf(SIZE, PASSWORD),
      [
        { key: 'Size', value: 'tiny' },
        { key: 'Password', value: 'swordfish' },
      ],
      current,
    );
    expect(chosen.parameters).toEqual([
      { key: 'Size', kept: 'value', value: 'tiny' },
      { key: 'Password', kept: 'secret' },
    ]);
    expect(chosen.secrets.get('Password')).toBe('swordfish');
  });

  it('asks for what the new version wants and nobody has given yet', () => {
    expect(() => chooseForUpdate(formOf({ key: 'New' }), [], current)).toThrow(
      'New: Give a value: there is no default',
    );
  });
});

describe('chooseTags', () => {
  const tagOptions = [
    { key: 'CostCentre', values: ['4200', '4300'] },
    { key: 'Owner', values: ['payments'] },
  ];
  const centre = { key: 'CostCentre', value: '4200' };
  const owner = { key: 'Owner', value: 'payments' };

  it.each([
    ['adds the one that leaves no choice', [centre], [centre, owner]],
    ['takes the one that leaves no choice', [centre, owner], [centre, owner]],
    [
      'takes others too',
      [centre, { key: 'Team', value: '' }],
      [centre, { key: 'Team', value: '' }, owner],
    ],
  ])('%s', (_, given, tags) => {
    expect(chooseTags({ tagOptions }, given)).toEqual(tags);
  });

  it.each([
    ['a choice that was not made', [], 'CostCentre: Choose one of 4200, 4300'],
    [
      'a value that is not offered',
      [centre, { key: 'Owner', value: 'me' }],
      'Owner: Choose one of payments',
    ],
    [
      'a value in other letters',
      [{ key: 'CostCentre', value: '4200 ' }],
      'CostCentre: Choose one of',
    ],
    ...['aws:name', 'AWS:x', 'paved-road:entity', 'Paved-Road:change'].map(
      (key): [string, GivenParameter[], string] => [
        `the name ${key}`,
        [centre, { key, value: 'component:default/other' }],
        `${key}: Tags of this name are not yours to set`,
      ],
    ),
  ])('refuses %s', (_, given, message) => {
    expect(() => chooseTags({ tagOptions }, given)).toThrow(InputError);
    expect(() => chooseTags({ tagOptions }, given)).toThrow(message);
  });

  it('has nothing to ask where the portfolios ask for nothing', () => {
    expect(chooseTags({ tagOptions: [] }, [])).toEqual([]);
    expect(
      chooseTags({ tagOptions: [] }, [{ key: '__proto__', value: 'x' }]),
    ).toEqual([{ key: '__proto__', value: 'x' }]);
  });
});
